namespace Infra.Settings;

/// <summary>A secret that people bring and a system uses; see <see cref="StackSecrets"/>.</summary>
/// <param name="Name">Its key under <c>secrets</c> in the stack file, for example <c>googleClientSecret</c>.</param>
/// <param name="Description">What it is for and where it comes from. A sentence or two.</param>
internal sealed record KnownSecret(string Name, string Description);
