using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Systems;

namespace Infra.Tests.Plans;

/// <summary>
/// Production with all that is optional, as one more stack of each system: a switch that nobody has thrown yet must not hide a hole until
/// somebody throws it. The name is that of the stack with a word behind.
/// </summary>
internal static class EverythingOn
{
    private const string Suffix = " with everything";

    private static readonly ImmutableSortedDictionary<string, string> Changes = ImmutableSortedDictionary<string, string>
        .Empty.Add(
            "prod",
            """
            {"network":{"dualStack":true,"networkAcl":"per-tier"},
             "audit":{"cloudTrail":true,"config":true,"guardDuty":true},
             "backup":{"copyRegion":"ap-northeast-3"},
             "alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}
            """
        )
        .Add(
            "web-platform-prod",
            """
            {"network":{"dualStack":true,"networkAcl":"per-tier",
                        "interfaceEndpoints":["ecr.api","ecr.dkr","ecs","ecs-agent","ecs-telemetry","kms","logs","ssm","ssmmessages"]},
             "database":{"enabled":true,"instance":{"readReplicas":1}},
             "service":{"tracing":"adot"},
             "canary":{"enabled":true},
             "audit":{"cloudTrail":true,"config":true,"guardDuty":true},
             "alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}
            """
        )
        .Add(
            "neuraknot-prod",
            """
            {"network":{"dualStack":true,"networkAcl":"per-tier","interfaceEndpoints":["ecr.api","ecr.dkr","kms","logs","secretsmanager","ssmmessages"],
                        "subnets":{"db":["10.0.30.0/24","10.0.31.0/24"]}},
             "services":{"backend-go":{"cpu":512,"memoryMiB":1024,"spotPercent":50},
                         "nextjs-frontend":{"cpu":512,"memoryMiB":1024,"containerHealthCheck":true},
                         "python-ai":{"cpu":1024,"memoryMiB":2048}},
             "mesh":{"by":"service-connect"},
             "mail":{"domain":"neuraknot.acme.test","hostedZoneId":"Z00000000000000000000"},
             "users":{"threatProtection":"enforced","logs":{"signIns":true},"passkeys":{"enabled":true}},
             "social":{"google":{"clientId":"123456789012-abc123.apps.googleusercontent.com"},"line":{"clientId":"1234567890"},
                       "x":{"clientId":"talk","issuer":"https://bridge.acme.test","authorizeUrl":"https://bridge.acme.test/authorize",
                            "tokenUrl":"https://bridge.acme.test/token","userInfoUrl":"https://bridge.acme.test/userinfo",
                            "jwksUrl":"https://bridge.acme.test/jwks"}},
             "audit":{"cloudTrail":true,"config":true,"guardDuty":true,"configRules":["cloudtrail-enabled"]},
             "alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}
            """
        )
        .Add(
            "finsight-prod",
            """
            {"network":{"networkAcl":"per-tier","natGateways":"per-az","interfaceEndpoints":["secretsmanager","xray"]},
             "database":{"instance":{"instanceClass":"db.t3.medium","multiAz":true,"maxConnections":400,"readReplicas":1}},
             "proxy":{"auth":"iam"},
             "backup":{"daily":true},
             "api":{"executionLog":"info"},
             "functions":{"auth":{"provisionedConcurrency":2}},
             "traces":{"samplePercent":50},
             "audit":{"cloudTrail":true,"config":true,"guardDuty":true,"configRules":["cloudtrail-enabled"]},
             "alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}
            """
        )
        .Add(
            "taskflow-prod",
            """
            {"table":{"billing":"provisioned"},
             "function":{"tracing":true,"reservedConcurrency":50},
             "api":{"tracing":true,"executionLog":"info"},
             "audit":{"cloudTrail":true,"config":true,"guardDuty":true},
             "alerts":{"slackTeamId":"T0123456789","critical":{"emails":["ops@acme.test"],"slackChannelId":"C0123456789"}}}
            """
        );

    /// <summary>Their names.</summary>
    public static IEnumerable<string> Names => Changes.Keys.Select(stack => stack + Suffix);

    /// <summary>What the secrets that people bring are here; no plan may show it.</summary>
    public const string Canary = "canary-of-";

    /// <summary>The stack file behind a name, what is changed in it, and what people brought; nothing for a stack as it is.</summary>
    public static (string Stack, JsonObject? Changes, JsonObject? Secrets) Of(string name) =>
        name.EndsWith(Suffix, StringComparison.Ordinal) && name[..^Suffix.Length] is var stack
            ? (stack, (JsonObject)JsonNode.Parse(Changes[stack])!, Brought(stack))
            : (name, null, null);

    // All that the system knows.
    private static JsonObject? Brought(string stack)
    {
        var system = SystemCatalog.All.Single(system => PlannedStack.Of(system.Name).Contains(stack));
        return system.Secrets.IsEmpty
            ? null
            : new JsonObject(
                system.Secrets.Select(secret => KeyValuePair.Create<string, JsonNode?>(secret.Name, $"{Canary}{secret.Name}"))
            );
    }
}
