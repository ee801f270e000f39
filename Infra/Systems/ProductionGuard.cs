using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// Keeps production for programs built with the official Pulumi packages. The SDK of this repository follows their API and makes the same
/// plan, but only theirs are tried on real accounts by everybody.
/// </summary>
internal static class ProductionGuard
{
    /// <summary>Where the Pulumi API of this build came from: <c>source</c> or <c>nuget</c>.</summary>
    public const string Packages =
#if PULUMI_PACKAGES_NUGET
        "nuget";
#else
        "source";
#endif

    /// <summary>Refuses to change production with a program built from source.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="isPreview">Whether nothing will be changed.</param>
    /// <param name="packages">Where the Pulumi API came from.</param>
    /// <exception cref="RunException">It is refused.</exception>
    public static void Check(StackContext context, bool isPreview, string packages = Packages)
    {
        if (context.Environment != StackEnvironment.Prod || isPreview || packages == "nuget")
            return;
        var wayOut = "export PulumiPackages=nuget and run pulumi up again";
        throw new[] { new Problem("PulumiPackages", packages, "nuget to change production", wayOut) }.ToRunException(
            context.Stack
        );
    }
}
