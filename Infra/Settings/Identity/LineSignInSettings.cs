namespace Infra.Settings.Identity;

/// <summary>Settings of sign-in with LINE.</summary>
internal sealed record LineSignInSettings
{
    [Setting(
        "The LINE Login channel, which must have LINE's permission for e-mail addresses. Without it and the secret lineClientSecret nobody signs in "
            + "with LINE.",
        Form = "the id of a channel, digits in quotes",
        Pattern = "^[0-9]+$"
    )]
    public string? ClientId { get; init; }
}
