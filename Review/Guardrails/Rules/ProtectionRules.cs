using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>What AWS refuses to delete Pulumi refuses to delete too: one row a type.</summary>
internal sealed class ProtectionRules : GuardrailTable
{
    private static readonly ImmutableArray<(string Id, string On, string Things, string Property, string Switched)> Rows =
    [
        ("pulumi-protect-database", "aws:rds/instance:Instance", "databases", "deletionProtection", "true"),
        ("pulumi-protect-table", Tokens.Table, "tables", "deletionProtectionEnabled", "true"),
        ("pulumi-protect-user-pool", "aws:cognito/userPool:UserPool", "user pools", "deletionProtection", "ACTIVE"),
        ("pulumi-protect-load-balancer", Tokens.LoadBalancer, "load balancers", "enableDeletionProtection", "true"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        Rows.Select(row => new Guardrail(row.Id, Grade.Medium, row.On, $"Pulumi protects {row.Things} that AWS protects")
        {
            Reason =
                "A replacement or a removal is planned as if it were harmless, and fails at AWS halfway through the deployment.",
            Fix = "Set protect: true, or retainOnDelete: true, in the options of the resource.",
            When = resource => resource[row.Property].Text == row.Switched,
            Check = resource =>
                Verdict.Of(
                    resource.State.Protect || resource.State.RetainOnDelete,
                    $"protect: got false, want true, as {row.Property} is {row.Switched}"
                ),
        });
}
