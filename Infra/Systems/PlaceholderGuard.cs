using Infra.Compute;
using Infra.Settings;
using Infra.Settings.IdpServer;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>
/// Keeps values that only stand for others from being deployed. The committed stack files have some, so that anybody can preview them; a
/// deployment with one would stop half-way, or wait for tasks whose image nobody has.
/// </summary>
internal static class PlaceholderGuard
{
    // As the committed files write them.
    private const string Account = "111111111111";
    private const string Domain = "example.com";

    /// <summary>Refuses to change a stack whose file still has a placeholder.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="isPreview">Whether nothing will be changed.</param>
    /// <exception cref="Pulumi.RunException">It is refused.</exception>
    public static void Check(LoadedStack stack, bool isPreview)
    {
        if (!isPreview && stack.Settings is IdpServerSettings settings)
            Refuse(stack.Context.Stack, [.. Of(stack.Context, settings)]);
    }

    private static void Refuse(string stack, IReadOnlyCollection<Problem> problems)
    {
        if (problems.Count > 0)
            throw problems.ToRunException(stack);
    }

    private static IEnumerable<Problem> Of(StackContext context, IdpServerSettings settings)
    {
        if (context.AccountId == Account)
            yield return new("aws:allowedAccountIds", Account, "the account of the stack", "this one is an example");
        if (settings.Edge.Domain is { } domain && $".{domain}".EndsWith($".{Domain}", StringComparison.Ordinal))
            yield return new("settings.edge.domain", domain, "a host of your own", "this one is an example");
        if (settings.Edge.HostedZoneId is { } zone && zone.TrimStart('Z').All(letter => letter == '0'))
            yield return new("settings.edge.hostedZoneId", zone, "the zone of the domain", "this one is an example");
        if (settings.Service.Enabled && IsPlaceholder(settings.Service.Image))
            yield return Image("settings.service.image", "or set service.enabled: false until it is there");
        if (IsPlaceholder(settings.Jobs.Image))
            yield return Image("settings.jobs.image", "or leave it out until it is there");
        if (IsPlaceholder(settings.Jobs.MigrationImage))
            yield return Image("settings.jobs.migrationImage", "or leave it out until it is there");
    }

    private static bool IsPlaceholder(string? image) =>
        image?.EndsWith(ImageReference.PlaceholderDigest, StringComparison.Ordinal) == true;

    private static Problem Image(string path, string wayOut) =>
        new(path, "a digest of zeros", "the digest or tag of an image that was pushed", $"push it and write that, {wayOut}");
}
