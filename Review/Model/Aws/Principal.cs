namespace Review.Model.Aws;

/// <summary>Somebody that a statement names.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c>, <c>Federated</c> or <c>CanonicalUser</c>.</param>
/// <param name="Who">An ARN, an account, a host; <c>*</c> for everybody.</param>
internal sealed record Principal(string Kind, string Who)
{
    private const int AccountDigits = 12;

    /// <summary>Whether a whole account is meant: its root, or its number alone.</summary>
    public bool IsAccount =>
        Kind == "AWS"
        && (Who.EndsWith(":root", StringComparison.Ordinal) || Who.Length == AccountDigits && Who.All(char.IsAsciiDigit));
}
