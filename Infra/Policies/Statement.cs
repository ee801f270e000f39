using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Policies;

/// <summary>One statement of a policy. It allows, unless made by <see cref="Deny"/>.</summary>
/// <param name="Sid">What it is for, in letters and digits.</param>
internal sealed record Statement(string Sid)
{
    /// <summary>What may be done, such as <c>kms:Decrypt</c>.</summary>
    public required ImmutableArray<string> Actions { get; init; }

    /// <summary>On what. Default: everything the policy is attached to.</summary>
    public ImmutableArray<string> Resources { get; init; } = ["*"];

    /// <summary>All but these, instead of <see cref="Resources"/>; only for statements that forbid. Default: not so.</summary>
    public ImmutableArray<string> NotResources { get; init; } = [];

    /// <summary>Who, when the policy belongs to a resource. Default: nobody is named, as in the policy of a role.</summary>
    public Principal? Principal { get; init; }

    /// <summary>All of which must hold. Default: none.</summary>
    public ImmutableArray<Condition> Conditions { get; init; } = [];

    private string Effect { get; init; } = "Allow";

    /// <summary>The same statement forbidding what it would allow.</summary>
    public Statement Deny() => this with { Effect = "Deny" };

    /// <summary>The statement as AWS reads it.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { [nameof(Sid)] = Sid, [nameof(Effect)] = Effect };
        if (Principal is { } principal)
            json[nameof(Principal)] = principal.ToJson();
        json["Action"] = PolicyDocument.List(Actions);
        if (NotResources.Length > 0)
            json["NotResource"] = PolicyDocument.List(NotResources);
        else if (Resources.Length > 0) // a trust policy has none: it is about the role itself
            json["Resource"] = PolicyDocument.List(Resources);
        if (Conditions.Length > 0)
            json["Condition"] = new JsonObject(
                Conditions
                    .GroupBy(condition => condition.Operator)
                    .Select(same => KeyValuePair.Create<string, JsonNode?>(same.Key, Keys(same)))
            );
        return json;
    }

    private static JsonObject Keys(IEnumerable<Condition> conditions) =>
        new JsonObject(
            conditions.Select(condition =>
                KeyValuePair.Create<string, JsonNode?>(condition.Key, PolicyDocument.List(condition.Values))
            )
        );
}
