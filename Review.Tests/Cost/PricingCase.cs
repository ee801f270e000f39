namespace Review.Tests.Cost;

/// <summary>A small stack, numbers of usage, and its bill.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Stack">The stack, as <see cref="StackText"/> has it.</param>
/// <param name="Usage">The usage file.</param>
/// <param name="Lines">The bill, as <see cref="Bills.Lines"/> has it.</param>
public sealed record PricingCase(string Name, string Stack, string Usage, params string[] Lines)
{
    public override string ToString() => Name;
}
