using System.Collections.Immutable;
using Conformance.Tests.Recording;

namespace Conformance.Tests.Comparison;

/// <summary>
/// Where the official SDKs for Node and .NET differ from one another and mean the same. Whatever is not listed here must be equal.
/// </summary>
internal static class KnownDifferences
{
    private static readonly ImmutableArray<Rule> Rules =
    [
        Rule.Drop("customTimeouts", "{}", "Node sends the message even when no timeout is set"),
        Rule.Drop("hooks", "{}", ".NET sends the message even when there is no hook"),
        Rule.Drop("supportsPartialValues", "only Node asks for outputs that are known in part"),
        Rule.Drop("aliasSpecs", "only Node says which form of alias it sends"),
        Rule.Drop("sourcePosition", "only Node says where in the source a resource is made"),
        Rule.Drop("stackTrace", "only Node says where in the source a resource is made"),
        Rule.Sort("dependencies", "their order has no meaning"),
        Rule.Sort("propertyDependencies", "their order has no meaning"),
        Rule.Sort("additionalSecretOutputs", "their order has no meaning"),
        new(
            "aliases",
            "Node says that an alias keeps the parent, .NET that it is not without one; Node sends one twice",
            Aliases
        ),
        new("customTimeouts", "Node hands over the text it is given, .NET nanoseconds", (_, value) => Durations.InSeconds(value)),
        new(
            "providers[",
            "Node tells of the providers of every component, .NET of remote ones",
            (call, value) => IsRemote(call) ? value : null
        ),
        new("", "an unknown secret is only unknown in .NET", (_, value) => Replace(value, "secret(unknown)", "unknown")),
        new(
            "",
            "a reference to a resource without id yet: unknown in Node, empty in .NET",
            (_, value) => Replace(value, "\"id\": unknown", "\"id\": \"\"")
        ),
        new("", "Node marks assets with a property of its own", (_, value) => Replace(value, "\"__pulumiAsset\": true, ", "")),
        new(
            "",
            "Node marks archives with a property of its own",
            (_, value) => Replace(value, "\"__pulumiArchive\": true, ", "")
        ),
        new("", "providers take some inputs as JSON text, which .NET writes with spaces and in any order", JsonOfProviders),
        new(
            "args.",
            "Node takes the mark off secret arguments and puts it on the result, .NET hands it on",
            (_, value) => SecretMark.Off(value)
        ),
        Rule.Drop("outputs.", "null", "Node sends the nulls among outputs, .NET leaves them out"),
    ];

    /// <summary>
    /// Which calls are compared. Node alone warns of outputs that are undefined, and fetches each resource that an output refers to even
    /// when nothing declares that output.
    /// </summary>
    public static bool Counts(Fact call) =>
        call switch
        {
            { Kind: "Log" } => !call.Fields["message"].StartsWith("\"Undefined value (", StringComparison.Ordinal),
            { Kind: "Invoke" } => call.Subject != "pulumi:pulumi:getResource",
            _ => true,
        };

    /// <summary>What a call says, without what is known to differ.</summary>
    public static ImmutableSortedDictionary<string, string> Normalise(Fact call)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (field, value) in call.Fields)
            if (Change(call, field, value) is { } changed)
                fields[field] = changed;
        return fields.ToImmutable();
    }

    private static string? Change(Fact call, string field, string value)
    {
        string? changed = value;
        foreach (var rule in Rules)
            if (changed is not null && rule.Concerns(field))
                changed = rule.Change(call, changed);
        return changed;
    }

    private static string Aliases(Fact call, string value)
    {
        var parent = $"parentUrn: {call.Fields.GetValueOrDefault("parent", "\"\"")}";
        var aliases = value
            .Trim('[', ']')
            .Split("}}, {")
            .Select(alias => alias.Trim('{', '}').Replace("spec: {", "", StringComparison.Ordinal))
            .Select(alias => string.Join(", ", alias.Split(", ").Where(part => part != parent && part != "noParent: false")))
            .Distinct();
        return string.Join("; ", aliases);
    }

    private static bool IsRemote(Fact call) => call.Fields.ContainsKey("remote");

    private static string JsonOfProviders(Fact call, string value) =>
        call.Subject.Contains("pulumi:providers:", StringComparison.Ordinal) ? CanonicalJson.OfQuoted(value) : value;

    private static string Replace(string value, string old, string replacement) =>
        value.Replace(old, replacement, StringComparison.Ordinal);
}
