using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>One statement of a role's own policies.</summary>
internal sealed record PlannedStatement(Planned Role, JsonNode Json)
{
    public string[] Actions => Json["Action"].Texts();

    public string[] Resources => Json["Resource"].Texts();

    /// <summary>All but these, where the statement says so.</summary>
    public string[] NotResources => Json["NotResource"].Texts();

    /// <summary>The statements that the policies of a role hold, and those of the stack's policies that it wears.</summary>
    public static IEnumerable<PlannedStatement> Of(PlannedStack plan, Planned role) =>
        from policy in plan.All("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Text("role") == role["id"])
            .Concat(Worn(plan, role))
        from statement in (JsonArray)policy.Document("policy")["Statement"]!
        select new PlannedStatement(role, statement!);

    /// <summary>The stack's policies that a role wears.</summary>
    public static IEnumerable<Planned> Worn(PlannedStack plan, Planned role) =>
        from attachment in plan.All("aws:iam/rolePolicyAttachment:RolePolicyAttachment")
        where attachment.Text("role") == role["id"] || attachment.Text("role") == role.Text("name")
        from policy in plan.All("aws:iam/policy:Policy")
        where policy["arn"] == attachment.Text("policyArn")
        select policy;

    public bool Allows(string action, string resource) =>
        (string)Json["Effect"]! == "Allow" && Actions.Contains(action) && Resources.Contains(resource);

    public override string ToString() => $"{Role.Name} {Json["Sid"]}";
}
