using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulumi.Testing;

namespace Infra.Tests.Edge.Replay;

/// <summary>A web ACL as the component registered it, deciding about requests. It reads the resource's inputs and nothing else.</summary>
internal sealed class RegisteredAcl
{
    private readonly List<JsonNode> _rules;
    private readonly Dictionary<(string Rule, string Ip), int> _seen = [];

    public RegisteredAcl(MockResourceArgs acl)
    {
        _rules =
        [
            .. CanonicalJson
                .Of(acl.Inputs["rules"])!
                .AsArray()
                .Select(rule => rule!)
                .OrderBy(rule => (int)(double)rule["priority"]!),
        ];
        if (CanonicalJson.Of(acl.Inputs["defaultAction"])!["allow"] is null)
            throw new ArgumentException("the model knows only ACLs that allow by default", nameof(acl));
    }

    /// <summary>The rules of a managed group that count.</summary>
    public ImmutableSortedSet<string> CountedIn(string group) => CountedBy(_rules.Single(rule => (string)rule["name"]! == group));

    /// <summary>What becomes of a request. Requests are remembered: the limits count them.</summary>
    public Verdict Judge(WebRequest request)
    {
        var counted = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var rule in _rules)
        {
            if (BlockedBy(rule, request, counted) is { } blocker)
                return new(counted.ToImmutable(), blocker);
        }
        return new(counted.ToImmutable(), null);
    }

    private string? BlockedBy(JsonNode rule, WebRequest request, ImmutableSortedSet<string>.Builder counted)
    {
        var name = (string)rule["name"]!;
        var statement = rule["statement"]!;
        if (statement["managedRuleGroupStatement"] is { } managed)
            return InGroup(rule, (string)managed["name"]!, request, counted);
        var matches = statement switch
        {
            _ when statement["regexMatchStatement"] is { } regex => Matches(regex, request),
            _ when statement["rateBasedStatement"] is { } rate => IsOver(name, rate, request),
            _ => throw new NotSupportedException($"rule {name} has a statement that the model does not know"),
        };
        if (!matches)
            return null;
        if (rule["action"]?["block"] is not null)
            return name;
        counted.Add(name);
        return null;
    }

    // An overridden group as a whole would count; these are not.
    private static string? InGroup(JsonNode rule, string group, WebRequest request, ImmutableSortedSet<string>.Builder counted)
    {
        var counts = CountedBy(rule);
        foreach (var (name, matches) in ManagedRules.Groups[group])
        {
            if (!matches(request))
                continue;
            if (!counts.Contains(name) && rule["overrideAction"]?["none"] is not null)
                return name;
            counted.Add(name);
        }
        return null;
    }

    private static ImmutableSortedSet<string> CountedBy(JsonNode rule) =>
        (rule["statement"]!["managedRuleGroupStatement"]!["ruleActionOverrides"]?.AsArray() ?? [])
            .Where(item => item!["actionToUse"]!["count"] is not null)
            .Select(item => (string)item!["name"]!)
            .ToImmutableSortedSet(StringComparer.Ordinal);

    private bool IsOver(string rule, JsonNode rate, WebRequest request)
    {
        if ((string)rate["aggregateKeyType"]! != "IP")
            throw new NotSupportedException($"rule {rule} does not count by address");
        if (rate["scopeDownStatement"]?["regexMatchStatement"] is { } scope && !Matches(scope, request))
            return false;
        var key = (rule, request.Ip);
        _seen[key] = _seen.GetValueOrDefault(key) + 1;
        return _seen[key] > (int)(double)rate["limit"]!;
    }

    private static bool Matches(JsonNode regex, WebRequest request)
    {
        if (regex["fieldToMatch"]!["uriPath"] is null)
            throw new NotSupportedException("the model knows only expressions over the path");
        var text = regex["textTransformations"]!
            .AsArray()
            .OrderBy(step => (int)(double)step!["priority"]!)
            .Aggregate(request.Path, (path, step) => Transform((string)step!["type"]!, path));
        return Regex.IsMatch(text, (string)regex["regexString"]!, RegexOptions.CultureInvariant);
    }

    private static string Transform(string type, string text) =>
        type switch
        {
            "URL_DECODE" => Uri.UnescapeDataString(text),
            "LOWERCASE" => text.ToLowerInvariant(),
            "NORMALIZE_PATH" => Normalize(text),
            _ => throw new NotSupportedException($"the model does not know transformation {type}"),
        };

    // "Removes multiple slashes, directory self-references, and directory back-references that are not at the beginning".
    private static string Normalize(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }
        return $"/{string.Join('/', parts)}{(path.EndsWith('/') && parts.Count > 0 ? "/" : "")}";
    }
}
