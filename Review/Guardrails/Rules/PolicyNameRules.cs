using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Names in policies that IAM takes without looking: those of actions.</summary>
internal sealed class PolicyNameRules : GuardrailTable
{
    private const string Fix =
        "Correct the name after AWS's service authorization reference. An action newer than the list of the rule is waived, or the list made anew (tools/iam-actions).";

    // Whose policies the rule about roles reads.
    private static readonly string[] OfRoles = [Tokens.Role, "aws:iam/rolePolicy:RolePolicy", "aws:iam/policy:Policy"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("iam-action-exists", Grade.High, Tokens.Role, "The actions in policies of roles exist")
            {
                Reason =
                    "IAM takes a misspelt action without a word: what it should allow is refused at run time, and what it should refuse is allowed.",
                Fix = Fix,
                Check = role => role.Grants(statement => Wrong(statement)),
            },
            new("policy-action-exists", Grade.High, Guardrail.WholeStack, "The actions in policies of resources exist")
            {
                Reason =
                    "AWS refuses such a policy in the middle of a deployment, or takes it and lets nobody in; a misspelt Deny refuses nothing.",
                Fix = Fix,
                Check = stack => Verdict.All(stack.Stack.Resources.Where(HasPolicy).Select(Judge)),
            },
        ];

    private static bool HasPolicy(Resource resource) =>
        !resource[ResourcePolicy.Property].IsMissing && Array.IndexOf(OfRoles, resource.Type) < 0;

    private static Verdict Judge(Resource resource) =>
        resource.Json(ResourcePolicy.Property).IsUnknown
            ? Verdict.CannotKnow($"the policy of {resource.Name} is known only after the deployment")
            : StackChecks.None(Problems(resource));

    private static IEnumerable<string> Problems(Resource resource)
    {
        foreach (var statement in Statement.Of(resource, ResourcePolicy.Property))
            if (Wrong(statement) is { } wrong)
                yield return $"{resource.Name}, {statement.Label}: {wrong}";
    }

    private static string? Wrong(Statement statement)
    {
        foreach (var action in statement.Actions.Concat(statement.ExceptedActions))
            if (!Reference.IsIn(action) && !IamActions.Exists(action))
                return $"got {action}, which AWS did not have on {IamActions.Day}"
                    + (IamActions.Nearest(action) is { } near ? $"; did you mean {near}?" : ", want one that exists");
        return null;
    }
}
