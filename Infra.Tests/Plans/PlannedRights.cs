using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>What IAM would say to a role of a plan: denied goes before allowed. Conditions are taken as met, in both.</summary>
internal sealed class PlannedRights(PlannedStack plan, string role)
{
    private readonly List<PlannedStatement> _statements = [.. PlannedStatement.Of(plan, plan.Named("aws:iam/role:Role", role))];

    /// <summary>The conditions of the statements that allow something.</summary>
    public IEnumerable<JsonNode?> ConditionsOf(string action) =>
        _statements.Where(s => Effect(s) == "Allow" && Acts(s, action)).Select(s => s.Json["Condition"]);

    public bool May(string action, string resource = "*") => Says("Allow", action, resource) && !Says("Deny", action, resource);

    /// <summary>Whether no policy of a resource could allow it either.</summary>
    public bool MayNever(string action, string resource = "*") => Says("Deny", action, resource);

    private bool Says(string effect, string action, string resource) =>
        _statements.Any(s => Effect(s) == effect && Acts(s, action) && IsAbout(s, resource));

    private static string Effect(PlannedStatement statement) => (string)statement.Json["Effect"]!;

    private static bool Acts(PlannedStatement statement, string action) =>
        statement.Actions.Any(pattern => Matches(pattern, action));

    private static bool IsAbout(PlannedStatement statement, string resource) =>
        statement.NotResources.Length > 0
            ? !statement.NotResources.Any(pattern => Matches(pattern, resource))
            : statement.Resources.Any(pattern => Matches(pattern, resource));

    private static bool Matches(string pattern, string text) =>
        FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}
