using System.Text.Json;
using Infra.Cli.Tools;

namespace Infra.Cli.Deployed;

/// <summary>AWS through its command line: the SDK's packages for its services are not in every feed.</summary>
/// <param name="region">The region of the stack.</param>
/// <param name="folder">Where the tool runs.</param>
/// <param name="pause">How long to wait before asking again; doubled each time.</param>
internal sealed class AwsCli(string region, string folder, TimeSpan pause)
{
    private const int Attempts = 5;

    /// <summary>The tool itself.</summary>
    public static readonly Tool Program = new(
        "aws",
        "install AWS CLI version 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html"
    );

    // AWS asks to come back later, and has done nothing.
    private static readonly string[] Throttled =
    [
        "Throttling",
        "TooManyRequests",
        "Rate exceeded",
        "RequestLimitExceeded",
        "ServiceUnavailable",
        "Could not connect to the endpoint",
    ];

    // The answer got lost; the request may have been carried out.
    private static readonly string[] Lost =
    [
        "ServerException",
        "InternalErrorException",
        "Connection was closed",
        "Read timeout",
    ];

    private static readonly string[] Denied = ["AccessDenied", "UnauthorizedOperation", "not authorized"];

    // The words of a command line that does not know an operation or an option.
    private static readonly string[] Unknown = ["Invalid choice", "Unknown options"];

    // The words of the command line where it has nobody to speak as.
    private static readonly string[] NoIdentity =
    [
        "Unable to locate credentials",
        "ExpiredToken",
        "UnrecognizedClientException",
        "InvalidClientTokenId",
        "SSO session",
        "SSO Token",
        "Token has expired",
        "could not be found", // The config profile (x) could not be found
    ];

    /// <summary>The account and identity that the tool speaks as.</summary>
    public async Task<(string Account, string Arn)> CallerAsync(CancellationToken cancellationToken)
    {
        var answer = await CallAsync(["sts", "get-caller-identity"], cancellationToken);
        return (answer.Text("Account") ?? "", answer.Text("Arn") ?? "");
    }

    /// <summary>The answer of a call that has one.</summary>
    /// <exception cref="CommandException">It failed, or its answer is no JSON object.</exception>
    public async Task<JsonElement> CallAsync(string[] call, CancellationToken cancellationToken) =>
        Document(await AskAsync(call, cancellationToken), call);

    /// <summary>Makes a call, again when AWS asks for that or could not be reached for a moment.</summary>
    /// <param name="call">Service, operation and options.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="repeatable">Whether doing it twice is as good as once. Default: it is.</param>
    public async Task<ToolAnswer> AskAsync(
        IReadOnlyCollection<string> call,
        CancellationToken cancellationToken,
        bool repeatable = true
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var ran = await Program.RunAsync([.. call, "--region", region, "--output", "json"], folder, cancellationToken);
            var again =
                ran.ExitCode != 0 && attempt < Attempts && (Says(ran.Error, Throttled) || (repeatable && Says(ran.Error, Lost)));
            if (!again)
                return ran;
            await Task.Delay(pause * Math.Pow(2, attempt - 1), cancellationToken);
        }
    }

    /// <summary>Makes a call whose answer does not matter.</summary>
    /// <inheritdoc cref="AskAsync"/>
    /// <exception cref="CommandException">It failed.</exception>
    public async Task MakeAsync(IReadOnlyList<string> call, CancellationToken cancellationToken, bool repeatable = true) =>
        Require(await AskAsync(call, cancellationToken, repeatable), call);

    /// <summary>The answer that came.</summary>
    /// <exception cref="CommandException">None did, or it is no JSON object.</exception>
    public static JsonElement Document(ToolAnswer ran, IReadOnlyList<string> call)
    {
        var who = $"aws {call[0]} {call[1]}";
        return ran.ExitCode == 0 ? ran.Json(who) : throw Failure(ran, call);
    }

    /// <summary>Refuses a call that failed, where it has no answer that matters.</summary>
    /// <exception cref="CommandException">It failed.</exception>
    public static void Require(ToolAnswer ran, IReadOnlyList<string> call)
    {
        if (ran.ExitCode != 0)
            throw Failure(ran, call);
    }

    /// <summary>A failed call in the words of AWS, with the permission where one is missing.</summary>
    public static CommandException Failure(ToolAnswer ran, IReadOnlyList<string> call)
    {
        var failure = Failure(ran, $"aws {call[0]} {call[1]}");
        if (Says(ran.Error, Unknown))
            return new(ExitCodes.ToolMissing, $"{failure.Message}; the aws CLI is too old for this, install a newer version 2");
        if (!Says(ran.Error, Denied))
            return failure;
        // AWS mostly names the permission itself.
        var missing = ran.Error.Contains("to perform: ", StringComparison.Ordinal)
            ? ""
            : $"; the identity needs {Permission.Of(call[0], call[1])}";
        return new(failure.ExitCode, $"{failure.Message}{missing}; docs/operations.md lists what each command needs");
    }

    /// <summary>A failed call, in the words of AWS, with the way out where nobody is signed in.</summary>
    public static CommandException Failure(ToolAnswer ran, string who)
    {
        var error = ran.Error.Length == 0 ? $"exit code {ran.ExitCode}" : ran.Error;
        var wayOut = Says(error, NoIdentity)
            ? "; sign in (aws sso login, or aws configure) and say as whom with AWS_PROFILE"
            : "";
        return new(ExitCodes.ProgramFailed, $"{who}: {error}{wayOut}");
    }

    private static bool Says(string error, string[] words) => words.Any(word => error.Contains(word, StringComparison.Ordinal));
}
