namespace Review.Tests.Guardrails.Rules;

internal sealed class DatabaseProxyRuleCases : RuleCases
{
    private const string Proxy = """
        aws:rds/proxy:Proxy proxy {"name": "proxy", "requireTls": true, "defaultAuthScheme": "NONE", "auths": [{"authScheme": "SECRETS", "iamAuth": "REQUIRED", "secretArn": "arn:secret"}], "idleClientTimeout": 1800, "debugLogging": false}
        aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup pool {"dbProxyName": "proxy", "connectionPoolConfig": {"maxConnectionsPercent": 90}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("rds-proxy-tls", Proxy)
                .FailsWith("proxy", "requireTls", "false")
                .FailsWith("proxy", "requireTls", null)
                .CannotKnow("proxy", "requireTls"),
            new RuleCase("rds-proxy-iam", Proxy)
                .FailsWith("proxy", "auths.0.iamAuth", "\"DISABLED\"")
                .FailsWith("proxy", "auths.0.iamAuth", null)
                .FailsWith("proxy", "auths", null)
                .PassesAs(
                    "for all",
                    stack => stack.With("proxy", "auths", null).With("proxy", "defaultAuthScheme", "\"IAM_AUTH\"")
                )
                .CannotKnow("proxy", "auths.0.iamAuth")
                .CannotKnow("proxy", "auths"),
            new RuleCase("rds-proxy-idle", Proxy)
                .FailsWith("proxy", "idleClientTimeout", "1801")
                .PassesWith("proxy", "idleClientTimeout", null)
                .CannotKnow("proxy", "idleClientTimeout"),
            new RuleCase("rds-proxy-debug", Proxy)
                .FailsWith("proxy", "debugLogging", "true")
                .PassesWith("proxy", "debugLogging", null)
                .CannotKnow("proxy", "debugLogging"),
            new RuleCase("rds-proxy-share", Proxy)
                .FailsWith("pool", "connectionPoolConfig.maxConnectionsPercent", "91")
                .FailsWith("pool", "connectionPoolConfig", null)
                .CannotKnow("pool", "connectionPoolConfig.maxConnectionsPercent"),
        ];
}
