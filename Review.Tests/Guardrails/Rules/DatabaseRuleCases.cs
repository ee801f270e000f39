namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseRuleCases : RuleCases
{
    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("RDS.3", """aws:rds/instance:Instance db {"storageEncrypted": true}""")
                .FailsWith("db", "storageEncrypted", "false")
                .FailsWith("db", "storageEncrypted", null)
                .CannotKnow("db", "storageEncrypted"),
        ];
}
