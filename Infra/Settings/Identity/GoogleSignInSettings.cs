namespace Infra.Settings.Identity;

/// <summary>Settings of sign-in with Google.</summary>
internal sealed record GoogleSignInSettings
{
    [Setting(
        "The client at Google, of kind web application. Without it and the secret googleClientSecret nobody signs in with Google.",
        Form = "a client id such as 123456789012-abc123.apps.googleusercontent.com",
        Pattern = @"^[0-9]+-[a-z0-9]+\.apps\.googleusercontent\.com$"
    )]
    public string? ClientId { get; init; }
}
