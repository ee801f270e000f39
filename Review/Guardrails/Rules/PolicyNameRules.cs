using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Names in policies that IAM takes without looking: those of actions.</summary>
internal sealed class PolicyNameRules : GuardrailTable
{
    private const string Fix =
        "Correct the name after AWS's service authorization reference. An action newer than the list of the rule is waived, or the list made anew (tools/iam-actions).";

    // Inputs that hold the policy of a resource.
    private static readonly string[] Properties = [ResourcePolicy.Property, "policyDocument", "assumeRolePolicy"];

    // What roles may do stands in these, and the rule about roles reads it.
    private static readonly string[] OfRoles = ["aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("iam-action-exists", Grade.High, Tokens.Role, "The actions in policies of roles exist")
            {
                Reason =
                    "IAM takes a misspelt action without a word: what it should allow is refused at run time, and what it should refuse is allowed.",
                Fix = Fix,
                Check = role => role.Grants(Wrong),
            },
            new("policy-action-exists", Grade.High, Guardrail.WholeStack, "The actions in policies of resources exist")
            {
                Reason =
                    "AWS refuses such a policy in the middle of a deployment, or takes it and lets nobody in; a misspelt Deny refuses nothing.",
                Fix = Fix,
                Check = stack =>
                    Verdict.All(
                        stack.Stack.Resources.Where(resource => Array.IndexOf(OfRoles, resource.Type) < 0).SelectMany(Verdicts)
                    ),
            },
        ];

    private static IEnumerable<Verdict> Verdicts(Resource resource) =>
        from property in Properties
        where !resource[property].IsMissing
        select resource.Json(property).IsUnknown
            ? Verdict.CannotKnow($"{property} of {resource.Name} is known only after the deployment")
            : StackChecks.None(Problems(resource, property));

    private static IEnumerable<string> Problems(Resource resource, string property)
    {
        foreach (var statement in Statement.Of(resource, property))
            if (Wrong(statement) is { } wrong)
                yield return $"{resource.Name} {property}, {statement.Label}: {wrong}";
    }

    private static string? Wrong(Statement statement)
    {
        var wrong = statement.Actions.Concat(statement.ExceptedActions).Where(IsWrong).Select(Named).ToList();
        return wrong.Count == 0
            ? null
            : $"got {string.Join(", ", wrong)}, want {(wrong.Count == 1 ? "an action" : "actions")} that AWS had on {IamActions.Day}";
    }

    private static bool IsWrong(string action) => !Reference.IsIn(action) && !IamActions.Exists(action);

    private static string Named(string action) =>
        IamActions.Nearest(action) is { } near ? $"{action} (did you mean {near}?)" : action;
}
