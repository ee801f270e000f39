using System.Collections.Immutable;
using System.Text.Json;
using Engine;
using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Rollback;

/// <summary>Lets Amplify build and serve an earlier commit of a site. Amplify keeps no build that could simply be served again.</summary>
internal sealed class SiteRollback : IRollback
{
    // A build of pages takes minutes; Amplify itself gives up after this.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement.Clone();

    private readonly OperatedStack _stack;
    private readonly SitePart _site;
    private readonly string _app;
    private readonly string[] _call;

    private SiteRollback(OperatedStack stack, SitePart site, string app, string commit) =>
        (_stack, _site, _app, _call) = (stack, site, app, SiteCalls.Build(app, site.Branch, commit));

    /// <inheritdoc/>
    public string Key => _site.Key;

    /// <inheritdoc/>
    public required string From { get; init; }

    /// <inheritdoc/>
    public required string To { get; init; }

    /// <inheritdoc/>
    public required ImmutableArray<string> Differences { get; init; }

    /// <inheritdoc/>
    public ImmutableArray<ImmutableArray<string>> Calls =>
        [
            [.. _call],
        ];

    /// <inheritdoc/>
    public string Afterwards => $"The next push to {_site.Branch} is built and served again. To stay, revert the commit there.";

    /// <summary>Looks up the way back.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="site">The branch.</param>
    /// <param name="to">The commit, or the beginning of it. Default: the newest other one that was built well.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SiteRollback> FindAsync(
        OperatedStack stack,
        SitePart site,
        string? to,
        CancellationToken cancellationToken
    )
    {
        var app = await AppAsync(stack, site, cancellationToken);
        var built = (await stack.Aws.CallAsync(SiteCalls.Jobs(app, site.Branch), cancellationToken))
            .Items("jobSummaries")
            .Where(job => job.Text("status") == "SUCCEED" && job.Text("commitId") is { Length: >= 7 })
            .OrderByDescending(job => int.TryParse(job.Text("jobId"), out var number) ? number : 0)
            .DistinctBy(job => job.Text("commitId"))
            .ToList();
        if (built.Count == 0)
            throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{site.Key}: Amplify has built no commit of {site.Branch} that is known, so there is nothing to go back to"
            );
        var target = to is null ? Before(site, built) : Named(built, to);
        return new(stack, site, app, target.Text("commitId")!)
        {
            From = Told(built[0]),
            To = Told(target),
            Differences = Between(built, target),
        };
    }

    /// <inheritdoc/>
    public async Task RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var started = AwsCli.Document(await _stack.Aws.AskAsync(_call, cancellationToken, repeatable: false), _call);
        var job = Summary(started, "jobSummary").Text("jobId") ?? "";
        await new Waiting(_stack, terminal, Limit).UntilAsync(
            $"{Key}, build {job}",
            async token =>
            {
                var answer = await _stack.Aws.CallAsync(SiteCalls.Job(_app, _site.Branch, job), token);
                var status = Summary(Summary(answer, "job"), "summary").Text("status") ?? "unknown";
                return status is "FAILED" or "CANCELLED"
                    ? throw new CommandException(
                        ExitCodes.ProgramFailed,
                        $"{Key}: build {job} ended as {status}; what served before serves on. Its log is in the console of Amplify"
                    )
                    : (status, status == "SUCCEED");
            },
            "Amplify goes on with it.",
            cancellationToken
        );
    }

    private static async Task<string> AppAsync(OperatedStack stack, SitePart site, CancellationToken cancellationToken)
    {
        var apps = (await stack.Aws.CallAsync(SiteCalls.Apps(), cancellationToken))
            .Items("apps")
            .Where(app => app.Text("name") == site.App)
            .Select(app => app.Text("appId"))
            .OfType<string>()
            .ToList();
        return apps is [var only]
            ? only
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{site.Key}: got {Words.Count(apps.Count, "app")} of Amplify called {site.App} in {stack.Region}, want one; is the stack deployed?"
            );
    }

    private static JsonElement Before(SitePart site, List<JsonElement> built) =>
        built.Count > 1
            ? built[1]
            : throw new CommandException(
                ExitCodes.ProgramFailed,
                $"{site.Key}: Amplify has built one commit of {site.Branch} only, so there is nothing to go back to; revert it there"
            );

    private static JsonElement Named(List<JsonElement> built, string to)
    {
        var found = built.Where(job => job.Text("commitId")!.StartsWith(to, StringComparison.Ordinal)).ToList();
        if (found is not [var one])
            throw new InputException("--to", [$"got {to}, want one of {string.Join(", ", built.Take(10).Select(Short))}"]);
        return one.Text("commitId") == built[0].Text("commitId")
            ? throw new InputException("--to", [$"got {to}, which serves already"])
            : one;
    }

    // What the commits between say of themselves is what people will miss.
    private static ImmutableArray<string> Between(List<JsonElement> built, JsonElement target) =>
        [
            .. built
                .TakeWhile(job => job.Text("commitId") != target.Text("commitId"))
                .Select(job => $"without {Short(job)} {job.Text("commitMessage") ?? ""}".TrimEnd()),
        ];

    private static string Told(JsonElement job) => $"{Short(job)} {job.Text("commitMessage") ?? ""}".TrimEnd();

    private static string Short(JsonElement job) => job.Text("commitId")![..7];

    private static JsonElement Summary(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : Nothing;
}
