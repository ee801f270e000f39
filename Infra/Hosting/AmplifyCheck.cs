using System.Text.RegularExpressions;
using Infra.Naming;
using Infra.Validation;

namespace Infra.Hosting;

/// <summary>What is wrong with a site: what Amplify refuses, and what would hand secrets to strangers.</summary>
internal static partial class AmplifyCheck
{
    // Amplify's own variables, and those it refuses.
    private static readonly string[] Kept = ["AMPLIFY_", "AWS_", "_"];

    // Bundlers copy variables with these beginnings into the pages.
    private static readonly string[] Shown = ["REACT_APP_", "VITE_", "NEXT_PUBLIC_", "PUBLIC_"];

    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(AmplifySiteArgs args) =>
        [.. Source(args), .. Build(args), .. Previews(args), .. Names(args), .. Variables(args), .. HeaderTexts(args)];

    private static IEnumerable<Problem> Source(AmplifySiteArgs args)
    {
        if (args.Repository is { } repository && !Repository().IsMatch(repository))
            yield return new(
                "repository",
                repository,
                "https://github.com/<owner>/<name>",
                "without .git and a slash at the end, as Amplify stores it"
            );
        if (args.Branches.IsEmpty)
            yield return new("branches", args.Branches.Keys, "one or more", "nothing would be built");
        var production = args.Branches.Where(branch => branch.Value.Stage == AmplifyStage.Production).ToList();
        if (production.Count > 1)
            yield return new("branches", production.Select(branch => branch.Key), "one of stage production", "people use one");
    }

    private static IEnumerable<Problem> Build(AmplifySiteArgs args)
    {
        if (!NodeVersions.Maintained.Contains(args.NodeVersion))
            yield return new(
                "nodeVersion",
                args.NodeVersion,
                Spelling.OneOf([.. NodeVersions.Maintained.Select(version => $"{version}")]),
                NodeVersions.Why(args.NodeVersion)
            );
        if (args.BuildCommand.Length == 0 || args.BuildCommand.Any(char.IsControl))
            yield return new("buildCommand", args.BuildCommand, "one line", "it becomes one command of the build");
        if (!Folder().IsMatch(args.OutputDirectory))
            yield return new("outputDirectory", args.OutputDirectory, "a folder such as build", "it is below the repository");
    }

    private static IEnumerable<Problem> Previews(AmplifySiteArgs args)
    {
        foreach (var (name, _) in args.Branches.Where(branch => branch.Value.Previews))
        {
            if (!args.BuildSecrets.IsEmpty)
                yield return new(
                    $"branches.{name}.previews",
                    true,
                    "false while there are buildSecrets",
                    $"whoever opens a pull request could read {Spelling.List([.. args.BuildSecrets.Keys], "and")}"
                );
            // Amplify's own rule: strangers' commits must not run with the app's role.
            if (args is { IsPublicRepository: true, ServiceRoleArn: not null })
                yield return new(
                    $"branches.{name}.previews",
                    true,
                    "false for a public repository with a service role",
                    "Amplify refuses them, for a stranger's commit would run with the role; leave the role out"
                );
        }
    }

    private static IEnumerable<Problem> Names(AmplifySiteArgs args)
    {
        if (args.Domain is { } domain && !HostName.IsSound(domain))
            yield return new("domain", domain, "a domain such as example.com", "subdomains of branches are below it");
        foreach (var (name, branch) in args.Branches)
            if (branch.Subdomain is { } subdomain && !HostName.IsLabel(subdomain))
                yield return new(
                    $"branches.{name}.subdomain",
                    subdomain,
                    "a part of a host name such as www",
                    "the domain follows it"
                );
        foreach (var twice in args.Branches.Where(b => b.Value.Subdomain is not null).GroupBy(b => b.Value.Subdomain))
            if (twice.Count() > 1)
                yield return new("branches", $"subdomain {twice.Key} {twice.Count()} times", "each once", "rename one");
        var named = args.Branches.Values.Any(branch => branch.Subdomain is not null);
        if (named && args.Domain is null)
            yield return new("domain", null, "the domain of the subdomains", "or leave them out");
        if (!named && args.Domain is not null)
            yield return new("domain", args.Domain, "a branch with a subdomain", "nothing would be shown there");
    }

    private static IEnumerable<Problem> Variables(AmplifySiteArgs args)
    {
        var all = args
            .Environment.Keys.Concat(args.BuildSecrets.Keys)
            .Concat(args.Branches.Values.SelectMany(branch => branch.Environment.Keys))
            .Distinct();
        foreach (var key in all)
            if (!Variable().IsMatch(key) || Kept.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
                yield return new(
                    $"environment.{key}",
                    key,
                    "letters, digits and _ that begin with a letter and neither AWS_ nor AMPLIFY_",
                    "rename it"
                );
        foreach (
            var key in args.BuildSecrets.Keys.Where(key => Shown.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
        )
            yield return new($"buildSecrets.{key}", key, $"a name without {Spelling.OneOf(Shown)}", "it would be in the pages");
        foreach (var key in args.BuildSecrets.Keys.Intersect(args.Environment.Keys))
            yield return new($"buildSecrets.{key}", key, "a name that is not in environment", "it would be shown there");
    }

    private static IEnumerable<Problem> HeaderTexts(AmplifySiteArgs args)
    {
        foreach (var problem in args.Headers.Validate())
            yield return problem.Under("headers");
        if (args.Headers.ContentSecurityPolicy is { } policy && policy.Any(char.IsControl))
            yield return new("headers.contentSecurityPolicy", "several lines", "one line", "headers have one");
    }

    [GeneratedRegex("^https://github\\.com/[A-Za-z0-9-]+/[A-Za-z0-9._-]+(?<!\\.git)$")]
    private static partial Regex Repository();

    [GeneratedRegex("^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$")]
    private static partial Regex Folder();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Variable();
}
