namespace Infra.Serverless;

/// <summary>A program that calls an API under a quota.</summary>
/// <param name="Description">What it is, as people read it in the console.</param>
internal sealed record ApiClient(string Description)
{
    /// <summary>A higher number gives it another key; the old one is refused at once. Default: 1.</summary>
    public int KeyVersion { get; init; } = 1;

    /// <summary>Whether its key is taken. Default: true.</summary>
    public bool Enabled { get; init; } = true;
}
