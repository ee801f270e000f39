namespace Pulumi;

/// <summary>Finds the output in an object that may be one.</summary>
internal static class UntypedOutputs
{
    public static IOutput? Of(object? value) =>
        value switch
        {
            IOutput output => output,
            IInput input => input.ToOutput(),
            _ => null,
        };
}
