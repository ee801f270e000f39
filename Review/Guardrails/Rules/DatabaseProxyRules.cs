using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>RDS Proxy: who may go through it, and how.</summary>
internal sealed class DatabaseProxyRules : GuardrailTable
{
    private const string Proxy = "aws:rds/proxy:Proxy";
    private const string Pool = "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup";

    // Seconds; AWS's default.
    private const int LongestIdle = 1800;

    // What is left is for people, jobs and replicas.
    private const int LargestShare = 90;
    private const int DefaultShare = 100;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("rds-proxy-tls", Grade.High, Proxy, "The proxy refuses connections without TLS")
            {
                Reason = "The database may force TLS, but between client and proxy only the proxy can.",
                Fix = "Set requireTls: true.",
                Check = proxy => proxy.Is("requireTls", true),
            },
            new("rds-proxy-iam", Grade.Medium, Proxy, "Clients sign in to the proxy by IAM")
            {
                Reason =
                    "Every function needs the database's password in its memory else, and keeps the old one when it changes.",
                Fix = "Set auths.iamAuth: REQUIRED, and allow rds-db:connect on the proxy to the roles that use it.",
                Check = proxy =>
                    proxy["auths"].IsUnknown
                        ? Verdict.CannotKnow("auths is known only after the deployment")
                        : proxy.IsOneOf("defaultAuthScheme", "IAM_AUTH")
                            | Verdict.All(
                                proxy["auths"]
                                    .Items.Select(
                                        (auth, at) =>
                                            auth["iamAuth"]
                                                .Ask($"auths[{at}].iamAuth", value => value.Text == "REQUIRED", "REQUIRED")
                                    )
                                    .DefaultIfEmpty(Verdict.Fail("auths: got none, want one with iamAuth REQUIRED"))
                            ),
            },
            new("rds-proxy-idle", Grade.Low, Proxy, "The proxy closes connections that clients forgot")
            {
                Reason = "Functions that were frozen never close theirs, and each holds a place that another one needs.",
                Fix = "Set idleClientTimeout to 1800 or less (seconds), and above the pool's own idle time.",
                Check = proxy => proxy.AtMost("idleClientTimeout", LongestIdle, absent: LongestIdle),
            },
            new("rds-proxy-debug", Grade.Medium, Proxy, "The proxy does not write statements to its log")
            {
                Reason = "Statements hold personal data, and the log is open to more people than the database.",
                Fix = "Set debugLogging: false. AWS turns it off by itself after a day, the next deployment on again.",
                Check = proxy => proxy.Is("debugLogging", false),
            },
            new("rds-proxy-share", Grade.Low, Pool, "The proxy leaves connections to others")
            {
                Reason = "With all of them in its pool nobody can sign in to see why the database is busy.",
                Fix = "Set connectionPoolConfig.maxConnectionsPercent to 90 or less.",
                Check = pool => pool.AtMost("connectionPoolConfig.maxConnectionsPercent", LargestShare, absent: DefaultShare),
            },
        ];
}
