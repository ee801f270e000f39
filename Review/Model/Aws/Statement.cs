using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>One statement of a policy, easy to ask.</summary>
internal sealed class Statement
{
    private static readonly ConditionalWeakTable<Resource, Dictionary<string, ImmutableArray<Statement>>> Known = [];

    private static readonly string[] Reversed = ["NotAction", "NotResource", "NotPrincipal"];

    private readonly Value _json;

    private Statement(Value json, int position)
    {
        _json = json;
        Label = json["Sid"].Text is { Length: > 0 } sid ? sid : $"statement {position + 1}";
        Allows = json["Effect"].Text == "Allow";
        Actions = [.. json["Action"].Texts];
        Resources = [.. json["Resource"].Texts];
        var principal = json["Principal"];
        Principals = principal.Text is { } anybody
            ? [new("AWS", anybody)]
            : [.. principal.Members.SelectMany(kind => kind.Value.Texts.Select(who => new Principal(kind.Key, who)))];
        Conditions =
        [
            .. json["Condition"]
                .Members.SelectMany(test =>
                    test.Value.Members.Select(key => new PolicyCondition(test.Key, key.Key, [.. key.Value.Texts]))
                ),
        ];
    }

    /// <summary>Its <c>Sid</c>, or its position.</summary>
    public string Label { get; }

    /// <summary>Whether it grants; else it refuses.</summary>
    public bool Allows { get; }

    /// <summary>The patterns of <c>Action</c>.</summary>
    public ImmutableArray<string> Actions { get; }

    /// <summary>The patterns of <c>NotAction</c>.</summary>
    public IEnumerable<string> ExceptedActions => _json["NotAction"].Texts;

    /// <summary>The patterns of <c>Resource</c>.</summary>
    public ImmutableArray<string> Resources { get; }

    /// <summary>Who it is about, with the kind before: <c>AWS</c>, <c>Service</c>, <c>Federated</c>.</summary>
    public ImmutableArray<Principal> Principals { get; }

    /// <summary>What must hold besides.</summary>
    public ImmutableArray<PolicyCondition> Conditions { get; }

    /// <summary>The keys <c>NotAction</c>, <c>NotResource</c> and <c>NotPrincipal</c> that it has.</summary>
    public IEnumerable<string> Exceptions => Reversed.Where(key => !_json[key].IsMissing);

    /// <summary>Whether anybody on earth is meant, conditions aside.</summary>
    public bool IsForEverybody => Principals.Any(principal => principal is { Kind: "AWS", Who: "*" });

    /// <summary>Whether it lets anybody on earth in, and no condition says who calls.</summary>
    public bool IsPublic => Allows && IsForEverybody && !Conditions.Any(condition => condition.NamesCaller);

    /// <summary>Whether it refuses everybody who comes without TLS.</summary>
    public bool RefusesPlainText =>
        !Allows
        && IsForEverybody
        && Conditions.Any(condition =>
            condition.Is("aws:SecureTransport") && condition.Operator == "Bool" && condition.Values is ["false"]
        );

    /// <summary>Whether its actions cover this one.</summary>
    public bool Covers(string action) => Actions.Any(pattern => Glob.MatchesAsPolicies(pattern, action));

    /// <summary>Whether it is about this service.</summary>
    public bool IsForService(string service) =>
        Principals.Any(principal =>
            principal.Kind == "Service" && principal.Who.Equals(service, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The conditions on a key.</summary>
    public IEnumerable<PolicyCondition> On(string key) => Conditions.Where(condition => condition.Is(key));

    /// <summary>The statements of a document.</summary>
    public static ImmutableArray<Statement> In(Value document) =>
        [.. document["Statement"].Items.Select((statement, position) => new Statement(statement, position))];

    /// <summary>The statements of the document that an input holds, read once; none where there is no document.</summary>
    public static ImmutableArray<Statement> Of(Resource resource, string property)
    {
        var known = Known.GetOrCreateValue(resource);
        return known.TryGetValue(property, out var statements) ? statements : known[property] = In(resource.Json(property));
    }
}
