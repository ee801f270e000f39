using Pulumi.Automation.Commands.Exceptions;
using PulumiException = Pulumi.Automation.Commands.Exceptions.CommandException;

namespace Infra.Cli.Deploying;

/// <summary>Why Pulumi did not do what it was asked, with the way out.</summary>
internal static class DeployFailure
{
    private const int Lines = 12;

    private static readonly string[] NobodySignedIn =
    [
        "no valid credential sources",
        "No valid credential sources",
        "unable to validate AWS credentials",
        "ExpiredToken",
        "InvalidClientTokenId",
    ];

    /// <summary>The error to end with. Default: the failure is none of Pulumi's.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="failure">What was thrown.</param>
    /// <param name="told">Whether the errors of the engine have been shown already.</param>
    public static CommandException? Of(string stack, Exception failure, bool told = false) =>
        failure switch
        {
            ConcurrentUpdateException => new(
                ExitCodes.ProgramFailed,
                $"{stack}: another update of this stack is under way, nothing was done; wait for it, or run infra cancel {stack} when its process is gone"
            ),
            PulumiException refused => OfText(stack, refused.Message, told),
            // What the Automation API says of the CLI itself: not there, too old, of no known version.
            InvalidOperationException => new(ExitCodes.ToolMissing, $"pulumi: {failure.Message}"),
            _ => null,
        };

    private static CommandException OfText(string stack, string text, bool told)
    {
        if (MissingPlugin(text) is { } plugin)
            return new(ExitCodes.ToolMissing, $"{plugin}: Pulumi does not find this plugin; {Installation(plugin)}");
        if (NobodySignedIn.Any(word => text.Contains(word, StringComparison.Ordinal)))
            return new(
                ExitCodes.ProgramFailed,
                $"{stack}: Pulumi has nobody to speak to AWS as; sign in (aws sso login, or aws configure) and say as whom with AWS_PROFILE"
            );
        if (
            text.Contains("incorrect passphrase", StringComparison.Ordinal)
            || text.Contains("passphrase must be set", StringComparison.Ordinal)
        )
            return new(
                ExitCodes.BadInput,
                $"{stack}: the passphrase of the stack is missing or wrong; set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE"
            );
        if (text.Contains("PULUMI_ACCESS_TOKEN", StringComparison.Ordinal))
            return new(
                ExitCodes.BadInput,
                $"{stack}: Pulumi is logged in to no backend; run pulumi login s3://… or set PULUMI_BACKEND_URL (docs/state.md)"
            );
        return new(ExitCodes.ProgramFailed, told ? $"{stack}: Pulumi stopped with an error, see above" : $"{stack}: {End(text)}");
    }

    // no resource plugin 'pulumi-resource-aws-v7.48.0' found in the workspace or on your $PATH
    private static string? MissingPlugin(string text)
    {
        foreach (var kind in (string[])["no resource plugin '", "no language plugin '"])
            if (text.IndexOf(kind, StringComparison.Ordinal) is >= 0 and var at)
            {
                var rest = text[(at + kind.Length)..];
                return rest.IndexOf('\'', StringComparison.Ordinal) is > 0 and var end ? rest[..end] : null;
            }
        return null;
    }

    private static string Installation(string plugin)
    {
        const string Resource = "pulumi-resource-";
        var at = plugin.LastIndexOf("-v", StringComparison.Ordinal);
        return plugin.StartsWith(Resource, StringComparison.Ordinal) && at > Resource.Length
            ? $"install it: pulumi plugin install resource {plugin[Resource.Length..at]} {plugin[(at + 1)..]}"
            : "install the Pulumi CLI whole, which has it beside itself: https://www.pulumi.com/docs/install/";
    }

    private static string End(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join("\n  ", lines.TakeLast(Lines));
    }
}
