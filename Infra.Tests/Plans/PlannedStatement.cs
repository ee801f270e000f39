using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>One statement of a role's own policies.</summary>
internal sealed record PlannedStatement(Planned Role, JsonNode Json)
{
    public string[] Actions => Json["Action"].Texts();

    public string[] Resources => Json["Resource"].Texts();

    /// <summary>The statements that the policies of a role hold.</summary>
    public static IEnumerable<PlannedStatement> Of(PlannedStack plan, Planned role) =>
        from policy in plan.All("aws:iam/rolePolicy:RolePolicy")
        where policy.Text("role") == role["id"]
        from statement in (JsonArray)policy.Document("policy")["Statement"]!
        select new PlannedStatement(role, statement!);

    public bool Allows(string action, string resource) =>
        (string)Json["Effect"]! == "Allow" && Actions.Contains(action) && Resources.Contains(resource);

    public override string ToString() => $"{Role.Name} {Json["Sid"]}";
}
