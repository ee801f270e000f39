using System.Globalization;
using Engine.Model;
using Engine.Values;

namespace Infra.Cli.Output;

/// <summary>The few properties that tell one resource of a type from the next, as an overview shows them. A type without any is folded into a number.</summary>
internal static class TellingProperties
{
    /// <summary>The cells to show for a resource, left to right; empty where its type has nothing to tell.</summary>
    public static string[] Of(ResourceState state)
    {
        var inputs = state.Inputs;
        var cells = state.Type switch
        {
            "aws:ec2/vpc:Vpc" => [Text(inputs, "cidrBlock")],
            "aws:ec2/subnet:Subnet" => [Text(inputs, "cidrBlock"), Text(inputs, "availabilityZone")],
            "aws:ec2/natGateway:NatGateway" => [Text(inputs, "connectivityType") ?? "public"],
            "aws:ec2/vpcEndpoint:VpcEndpoint" => [Text(inputs, "vpcEndpointType") ?? "Gateway", Text(inputs, "serviceName")],
            "aws:kms/key:Key" =>
            [
                Flag(inputs, "enableKeyRotation", "rotated", "never rotated"),
                Number(inputs, "deletionWindowInDays", "deletion waits ", " days"),
            ],
            "aws:secretsmanager/secret:Secret" => [Text(inputs, "name")],
            "aws:rds/instance:Instance" =>
            [
                Text(inputs, "instanceClass"),
                Flag(inputs, "multiAz", "Multi-AZ", "Single-AZ"),
                Number(inputs, "allocatedStorage", "", " GiB"),
                Number(inputs, "backupRetentionPeriod", "backups ", " days"),
            ],
            "aws:elasticache/replicationGroup:ReplicationGroup" =>
            [
                Text(inputs, "nodeType"),
                Number(inputs, "numCacheClusters", "× ", ""),
                Flag(inputs, "transitEncryptionEnabled", "TLS", "no TLS"),
                inputs["authToken"] is null ? null : "AUTH",
            ],
            "aws:ecs/taskDefinition:TaskDefinition" => [Text(inputs, "cpu"), Text(inputs, "memory")],
            "aws:ecs/service:Service" =>
            [
                Number(inputs, "desiredCount", "", " tasks"),
                Each(inputs, "capacityProviderStrategies", "capacityProvider") ?? Text(inputs, "launchType"),
            ],
            "aws:backup/plan:Plan" => [Each(inputs, "rules", "schedule")],
            "aws:scheduler/schedule:Schedule" => [Text(inputs, "scheduleExpression"), Text(inputs, "scheduleExpressionTimezone")],
            "aws:lb/loadBalancer:LoadBalancer" =>
            [
                Text(inputs, "loadBalancerType") ?? "application",
                Flag(inputs, "internal", "internal", "internet-facing"),
            ],
            "aws:lb/listener:Listener" or "aws:lb/targetGroup:TargetGroup" => [Text(inputs, "protocol"), Text(inputs, "port")],
            "aws:lambda/function:Function" =>
            [
                Text(inputs, "runtime"),
                Number(inputs, "memorySize", "", " MB"),
                Number(inputs, "reservedConcurrentExecutions", "", " reserved"),
            ],
            "aws:rds/proxy:Proxy" => [Text(inputs, "engineFamily"), Flag(inputs, "requireTls", "TLS", "no TLS")],
            "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup" =>
            [
                Number(Group(inputs, "connectionPoolConfig"), "maxConnectionsPercent", "", " % of the connections"),
            ],
            "aws:lb/listenerRule:ListenerRule" =>
            [
                Number(inputs, "priority", "priority ", ""),
                Items(Group(First(inputs, "conditions"), "pathPattern"), "values"),
            ],
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace"
            or "aws:servicediscovery/httpNamespace:HttpNamespace"
            or "aws:servicediscovery/service:Service"
            or "aws:sqs/queue:Queue" => [Text(inputs, "name")],
            "aws:cognito/identityProvider:IdentityProvider" => [Text(inputs, "providerName"), Text(inputs, "providerType")],
            "aws:amplify/app:App" => [Text(inputs, "repository")],
            "aws:amplify/branch:Branch" => [Text(inputs, "branchName"), Text(inputs, "stage")],
            "aws:budgets/budget:Budget" =>
            [
                $"{Text(inputs, "limitAmount")} {Text(inputs, "limitUnit")}",
                Text(inputs, "timeUnit")?.ToLowerInvariant(),
            ],
            "aws:apigateway/domainName:DomainName" => [Text(inputs, "domainName")],
            "aws:apigateway/usagePlan:UsagePlan" =>
            [
                Number(Group(inputs, "throttleSettings"), "rateLimit", "", "/second"),
                Number(Group(inputs, "quotaSettings"), "limit", "", " a day"),
            ],
            "aws:s3/bucket:Bucket" => [Text(inputs, "bucket")],
            "aws:cognito/userPool:UserPool" =>
            [
                Text(inputs, "name"),
                Text(inputs, "userPoolTier"),
                inputs["mfaConfiguration"] is null ? null : $"MFA {Text(inputs, "mfaConfiguration")}",
            ],
            "aws:dynamodb/table:Table" => [Text(inputs, "name"), Text(inputs, "billingMode")],
            "aws:cloudfront/distribution:Distribution" => [Items(inputs, "aliases"), Text(inputs, "priceClass")],
            "aws:ec2/launchTemplate:LaunchTemplate" => [Text(inputs, "instanceType")],
            "aws:codedeploy/deploymentGroup:DeploymentGroup" => [Text(inputs, "deploymentConfigName")],
            "aws:apigateway/stage:Stage" => [Text(inputs, "stageName")],
            "aws:sesv2/emailIdentity:EmailIdentity" => [Text(inputs, "emailIdentity")],
            "aws:synthetics/canary:Canary" => [Text(inputs, "name")],
            "aws:wafv2/webAcl:WebAcl" => [Text(inputs, "scope")],
            "aws:autoscaling/group:Group" => [Number(inputs, "minSize", "min ", ""), Number(inputs, "maxSize", "max ", "")],
            _ => Array.Empty<string?>(),
        };
        return [.. cells.OfType<string>()];
    }

    private static ObjectValue Group(ObjectValue inputs, string key) => inputs[key] as ObjectValue ?? ObjectValue.Empty;

    private static ObjectValue First(ObjectValue inputs, string list) =>
        inputs[list] is ArrayValue { Items: [ObjectValue first, ..] } ? first : ObjectValue.Empty;

    private static string? Text(ObjectValue inputs, string key) =>
        inputs[key] is null or NullValue ? null : ValueText.Short(inputs[key], 48).Trim('"');

    /// <summary>One property of each item of a list.</summary>
    private static string? Each(ObjectValue inputs, string list, string key) =>
        inputs[list] is ArrayValue { Items: { IsEmpty: false } items }
            ? string.Join(" + ", items.OfType<ObjectValue>().Select(item => Text(item, key)))
            : null;

    /// <summary>The texts of a list.</summary>
    private static string? Items(ObjectValue inputs, string list) =>
        inputs[list] is ArrayValue { Items: { IsEmpty: false } items }
            ? string.Join(" + ", items.Select(item => ValueText.Short(item, 48).Trim('"')))
            : null;

    private static string Flag(ObjectValue inputs, string key, string yes, string no) =>
        inputs[key] switch
        {
            BoolValue { Value: true } => yes,
            UnknownValue or SecretValue => $"{key} {ValueText.Of(inputs[key])}",
            _ => no,
        };

    private static string? Number(ObjectValue inputs, string key, string before, string after) =>
        inputs[key] switch
        {
            null or NullValue => null,
            NumberValue { Value: 1 } when after.Length > 1 && after[^1] == 's' => $"{before}1{after[..^1]}",
            NumberValue { Value: var number } => string.Create(CultureInfo.InvariantCulture, $"{before}{number}{after}"),
            var other => $"{before}{ValueText.Of(other)}{after}",
        };
}
