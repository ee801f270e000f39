using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Engine;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>Leads callers of a function's alias to an earlier version.</summary>
internal sealed class AliasRollback : IRollback
{
    private readonly OperatedStack _stack;
    private readonly FunctionPart _function;
    private readonly string _to;
    private readonly string[] _call;

    private AliasRollback(OperatedStack stack, FunctionPart function, string to, string[] call) =>
        (_stack, _function, _to, _call) = (stack, function, to, call);

    /// <inheritdoc/>
    public string Key => _function.Key;

    /// <inheritdoc/>
    public required string From { get; init; }

    /// <inheritdoc/>
    public string To => $"version {_to}";

    /// <inheritdoc/>
    public required ImmutableArray<string> Differences { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<string>> Calls =>
        [
            [.. _call],
        ];

    /// <inheritdoc/>
    public string Afterwards =>
        $"The next deployment that changes the function, or refreshes the state, publishes a version and leads callers to it. To stay, deploy with the earlier code.";

    /// <summary>Looks up the way back.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="function">The function.</param>
    /// <param name="to">The version. Default: the one before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<AliasRollback> FindAsync(
        OperatedStack stack,
        FunctionPart function,
        string? to,
        CancellationToken cancellationToken
    )
    {
        if (function.Alias is not { } alias)
            throw stack.Lacks(
                $"no alias for {function.Key}, so its callers always get the newest version; deploy the earlier code"
            );
        var answer = await stack.Aws.CallAsync(FunctionCalls.Alias(function.Name, alias), cancellationToken);
        var current = answer.Text("FunctionVersion") ?? "";
        var versions = (await stack.Aws.CallAsync(FunctionCalls.Versions(function.Name), cancellationToken))
            .Items("Versions")
            .Where(version => Number(version.Text("Version")) > 0)
            .ToDictionary(version => Number(version.Text("Version")));
        var serving = Number(current);
        var target = to is null ? Before(function, versions.Keys, serving) : Named(versions.Keys, serving, to);
        var call = FunctionCalls.Move(
            function.Name,
            alias,
            target.ToString(CultureInfo.InvariantCulture),
            answer.Text("RevisionId") ?? ""
        );
        return new(stack, function, target.ToString(CultureInfo.InvariantCulture), call)
        {
            From = $"version {current}",
            Differences = versions.TryGetValue(serving, out var from) ? VersionDifference.Of(from, versions[target]) : [],
        };
    }

    /// <inheritdoc/>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var ran = await _stack.Aws.AskAsync(_call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("PreconditionFailed", StringComparison.Ordinal))
            throw new CommandException(
                ExitCodes.Refused,
                $"{Key}: refused, somebody has changed the alias since it was looked at; nothing was done, look again"
            );
        AwsCli.Require(ran, _call);
        terminal.WriteLine($"{Key}: callers of {_function.Alias} get {To}");
    }

    private static int Before(FunctionPart function, IEnumerable<int> versions, int serving) =>
        versions.Where(version => version < serving).DefaultIfEmpty().Max() is > 0 and var before
            ? before
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{function.Key}: Lambda keeps no version before {serving}, so there is nothing to go back to; deploy the earlier code"
            );

    private static int Named(IReadOnlyCollection<int> versions, int serving, string to)
    {
        var number = Number(to);
        if (!versions.Contains(number))
            throw new InputException("--to", [$"got {to}, want one of {string.Join(", ", versions.OrderDescending().Take(10))}"]);
        return number == serving ? throw new InputException("--to", [$"got {to}, which serves already"]) : number;
    }

    // $LATEST is none that callers could be led to and stay with.
    private static int Number(string? version) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
