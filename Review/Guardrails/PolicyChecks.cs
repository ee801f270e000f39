using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails;

/// <summary>What rules ask of policies. A policy whose text is unknown cannot be judged; one that is missing says nothing.</summary>
internal static class PolicyChecks
{
    /// <summary>No statement may be wrong.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="property">The input that holds the policy.</param>
    /// <param name="wrong">What is wrong with a statement, and what is wanted; nothing where it is right.</param>
    public static Verdict Statements(this Resource resource, string property, Func<Statement, string?> wrong) =>
        resource.Policy(property, statements => statements.None(property, wrong));

    /// <summary>At least one statement must be as a test says.</summary>
    public static Verdict AnyStatement(this Resource resource, string property, Func<Statement, bool> right, string wanted) =>
        resource.Policy(
            property,
            statements => Verdict.Of(statements.Any(right), $"{property}: got no such statement, want {wanted}")
        );

    /// <summary>The statements of a policy must be as a test says.</summary>
    public static Verdict Policy(this Resource resource, string property, Func<ImmutableArray<Statement>, Verdict> test) =>
        resource.AskDocument(property, _ => test(Statement.Of(resource, property)));

    /// <summary>No policy of a role may have a statement that is wrong.</summary>
    public static Verdict Grants(this Resource role, Func<Statement, string?> wrong) =>
        Verdict.All(
            IdentityPolicy
                .Of(role)
                .Select(policy =>
                    policy.IsUnknown
                        ? Verdict.CannotKnow($"the policy {policy.Source.Name} is known only after the deployment")
                        : policy.Statements.None(policy.Source.Name, wrong)
                )
        );

    private static Verdict None(this ImmutableArray<Statement> statements, string where, Func<Statement, string?> wrong) =>
        Verdict.All(
            statements
                .Select(statement => new { statement.Label, Wrong = wrong(statement) })
                .Where(found => found.Wrong is not null)
                .Select(found => Verdict.Fail($"{where}, {found.Label}: {found.Wrong}"))
        );
}
