using System.Globalization;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>What a card tells of a resource, most telling first. Only values that are known and no secret.</summary>
internal static class CardFacts
{
    /// <summary>The facts of one resource.</summary>
    public static IEnumerable<string> Of(Resource resource) => All(resource).OfType<string>().Where(fact => fact.Length > 0);

    private static IEnumerable<string?> All(Resource resource) =>
        resource.Type switch
        {
            Databases.Instance =>
            [
                Text(resource, "instanceClass"),
                Databases.IsReplica(resource) ? "read replica" : Flag(resource, "multiAz", "Multi-AZ", "Single-AZ"),
                Number(resource, "allocatedStorage", "", " GiB"),
                Number(resource, "backupRetentionPeriod", "backups ", " d"),
            ],
            "aws:elasticache/replicationGroup:ReplicationGroup" =>
            [
                Text(resource, "nodeType"),
                Flag(resource, "multiAzEnabled", "Multi-AZ", null),
                Flag(resource, "transitEncryptionEnabled", "TLS", "no TLS"),
            ],
            CardNames.Service => [Tasks(resource), .. Size(resource), Spot(resource)],
            CardNames.Task => [Number(resource, "cpu", "CPU ", ""), Number(resource, "memory", "", " MiB")],
            LambdaCalls.Function =>
            [
                Text(resource, "runtime"),
                Number(resource, "memorySize", "", " MB"),
                Number(resource, "reservedConcurrentExecutions", "", " reserved"),
            ],
            Tokens.LoadBalancer => [Flag(resource, "internal", "internal", "internet-facing"), .. Ports(resource)],
            "aws:rds/proxy:Proxy" => [Flag(resource, "requireTls", "TLS", "no TLS")],
            "aws:rds/cluster:Cluster" => [Text(resource, "engine"), Text(resource, "engineVersion")],
            Tokens.Table => [Text(resource, "billingMode") is "PROVISIONED" ? "provisioned" : "on demand"],
            Tokens.Key => [Flag(resource, "enableKeyRotation", "rotated", "never rotated")],
            "aws:cloudfront/distribution:Distribution" =>
            [
                .. resource["aliases"].Items.Select(Shown),
                Text(resource, "priceClass")?.Replace("PriceClass_", "", StringComparison.Ordinal) is { } edges
                    ? $"edges {edges}"
                    : null,
            ],
            "aws:acm/certificate:Certificate" => [Text(resource, "domainName")],
            UserPools.Type =>
            [
                Lower(resource, "userPoolTier"),
                resource["mfaConfiguration"].IsMissing ? null : $"MFA {Lower(resource, "mfaConfiguration")}",
            ],
            "aws:autoscaling/group:Group" =>
            [
                Number(resource, "minSize", "min ", ""),
                Number(resource, "maxSize", "max ", ""),
                InstanceType(resource),
            ],
            "aws:ec2/instance:Instance" => [Text(resource, "instanceType")],
            "aws:ec2/vpcEndpoint:VpcEndpoint" => [Text(resource, "serviceName")?.Split('.', 4)[^1]],
            Tokens.Budget => [$"{Text(resource, "limitAmount")} {Text(resource, "limitUnit")}", Lower(resource, "timeUnit")],
            "aws:backup/plan:Plan" => [Backups(resource)],
            "aws:sesv2/emailIdentity:EmailIdentity" => [Text(resource, "emailIdentity")],
            "aws:amplify/app:App" => [Text(resource, "platform")],
            "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace" => [Text(resource, "name")],
            "aws:codedeploy/application:Application" => [Text(resource, "computePlatform")],
            RestApis.Type =>
            [
                Count(
                    resource.ReferredBy(RestApis.Method, "restApi").Count(method => method["httpMethod"].Text != "OPTIONS"),
                    "method"
                ),
            ],
            _ => [],
        };

    /// <summary>What a card tells that stands for several resources: what they are called, or what they have in common.</summary>
    /// <param name="mains">The resources.</param>
    /// <param name="names">Their names as the picture writes them.</param>
    public static IEnumerable<string> Of(IReadOnlyList<Resource> mains, IEnumerable<string> names) =>
        mains[0].Type switch
        {
            Tokens.MetricAlarm or Tokens.CompositeAlarm => mains
                .CountBy(alarm =>
                    alarm["namespace"].Text is { } space ? space.Replace("AWS/", "", StringComparison.Ordinal) : "composite"
                )
                .OrderByDescending(space => space.Value)
                .ThenBy(space => space.Key, StringComparer.Ordinal)
                .Select(space => $"{space.Key} {Invariant(space.Value)}"),
            Tokens.LogGroup => mains
                .Select(group => group["retentionInDays"].Number)
                .Distinct()
                .Order()
                .Select(days => days is { } known ? $"{Invariant(known)} days" : "kept for ever"),
            "aws:ec2/vpcEndpoint:VpcEndpoint" => mains.SelectMany(Of),
            "aws:route53/record:Record" or "aws:route53/zone:Zone" => mains
                .Where(record => !record["aliases"].IsMissing || mains.All(other => other["aliases"].IsMissing))
                .Select(record => Shown(record["name"]))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
            _ => names,
        };

    /// <summary>A value that may be shown: known, and no secret.</summary>
    public static string? Shown(Value value) =>
        value is { IsSecret: false, IsUnknown: false, Text: { Length: > 0 } text } ? text : null;

    private static string? Text(Resource resource, string property) => Shown(resource[property]);

    // AWS writes many of its words in capitals.
    private static string? Lower(Resource resource, string property) =>
        Text(resource, property)?.ToLowerInvariant().Replace('_', ' ');

    private static string? Flag(Resource resource, string property, string yes, string? no) =>
        resource[property] switch
        {
            { IsSecret: true } or { IsUnknown: true } => null,
            { Bool: true } => yes,
            _ => no,
        };

    private static string? Number(Resource resource, string property, string before, string after) =>
        resource[property] is { IsSecret: false, Number: { } number } ? $"{before}{Invariant(number)}{after}" : null;

    private static string? Count(int number, string noun) =>
        number == 0 ? null : $"{Invariant(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Tasks(Resource service) =>
        service["desiredCount"].Number is { } number ? Count((int)number, "task") : null;

    private static IEnumerable<string?> Size(Resource service) =>
        service
            .Referred("taskDefinition", CardNames.Task)
            .Take(1)
            .SelectMany(task => (string?[])[Number(task, "cpu", "CPU ", ""), Number(task, "memory", "", " MiB")]);

    private static string? Spot(Resource service) =>
        service["capacityProviderStrategies"].Items.Any(item => item["capacityProvider"].Text == "FARGATE_SPOT") ? "Spot" : null;

    private static IEnumerable<string?> Ports(Resource balancer) =>
        balancer
            .Listeners()
            .OrderBy(listener => listener["port"].Number)
            .Select(listener => $"{Text(listener, "protocol")} {Text(listener, "port")}");

    private static string? InstanceType(Resource group) =>
        group
            .Referred("launchTemplate", "aws:ec2/launchTemplate:LaunchTemplate")
            .Concat(group.Referred("mixedInstancesPolicy", "aws:ec2/launchTemplate:LaunchTemplate"))
            .Select(template => Text(template, "instanceType"))
            .FirstOrDefault();

    private static string? Backups(Resource plan) => Count(plan["rules"].Items.Count(), "rule");
}
