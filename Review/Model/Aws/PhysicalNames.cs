using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Review.Model.Aws;

/// <summary>The names that people chose for what AWS keeps by name, and what AWS takes.</summary>
internal static partial class PhysicalNames
{
    private sealed record Rule(string Type, string Property, int Longest, Regex Letters, string Words);

    private static readonly ImmutableArray<Rule> Rules =
    [
        new("aws:backup/vault:Vault", "name", 50, Plain(), "letters, digits, hyphens and underscores"),
        new(Tokens.EventRule, "name", 64, Dotted(), "letters, digits, hyphens, underscores and dots"),
        new(Tokens.LogGroup, "name", 512, Path(), "letters, digits and _ - / . #"),
        new(Tokens.MetricAlarm, "name", 255, Any(), "any text"),
        new(Tokens.Table, "name", 255, Dotted(), "letters, digits, hyphens, underscores and dots"),
        new("aws:ecr/repository:Repository", "name", 256, Repository(), "small letters, digits and - _ . /"),
        new("aws:ecs/cluster:Cluster", "name", 255, Plain(), "letters, digits, hyphens and underscores"),
        new("aws:ecs/service:Service", "name", 255, Plain(), "letters, digits, hyphens and underscores"),
        new(
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "replicationGroupId",
            40,
            Identifier(),
            "a letter, then letters, digits and single hyphens"
        ),
        new("aws:iam/instanceProfile:InstanceProfile", "name", 128, Person(), "letters, digits and + = , . @ - _"),
        new("aws:iam/policy:Policy", "name", 128, Person(), "letters, digits and + = , . @ - _"),
        new(Tokens.Role, "name", 64, Person(), "letters, digits and + = , . @ - _"),
        new("aws:kms/alias:Alias", "name", 256, Path(), "letters, digits and - _ /"),
        new(Tokens.Function, "name", 64, Plain(), "letters, digits, hyphens and underscores"),
        new(Tokens.LoadBalancer, "name", 32, Balancer(), "letters, digits and hyphens, not at the ends"),
        new("aws:lb/targetGroup:TargetGroup", "name", 32, Balancer(), "letters, digits and hyphens, not at the ends"),
        new("aws:rds/instance:Instance", "identifier", 63, Identifier(), "a letter, then letters, digits and single hyphens"),
        new(Tokens.Bucket, "bucket", 63, BucketName(), "3 or more small letters, digits, dots and hyphens"),
        new("aws:scheduler/schedule:Schedule", "name", 64, Dotted(), "letters, digits, hyphens, underscores and dots"),
        new(Tokens.Secret, "name", 512, Secret(), "letters, digits and / _ + = . @ -"),
        new(Tokens.Topic, "name", 256, Dotted(), "letters, digits, hyphens and underscores"),
        new(Tokens.Queue, "name", 80, Dotted(), "letters, digits, hyphens and underscores"),
        new(Tokens.Parameter, "name", 1011, Secret(), "letters, digits and / _ . -"),
        new("aws:wafv2/webAcl:WebAcl", "name", 128, Plain(), "letters, digits, hyphens and underscores"),
    ];

    // Buckets and roles are known by name in all regions.
    private static readonly string[] Global =
    [
        Tokens.Bucket,
        Tokens.Role,
        "aws:iam/policy:Policy",
        "aws:iam/instanceProfile:InstanceProfile",
    ];

    /// <summary>Every name of a stack that AWS refuses, as a problem.</summary>
    public static IEnumerable<string> Refused(StackModel stack) =>
        from rule in Rules
        from resource in stack.All(rule.Type)
        let name = resource[rule.Property]
        where name is { IsUnknown: false, Text: not null }
        let wrong = name.Text!.Length > rule.Longest
            ? $"got {name.Text.Length} characters ({name.Text}), want {rule.Longest} or less"
        : rule.Letters.IsMatch(name.Text) ? null
        : $"got {name.Text}, want {rule.Words}"
        where wrong is not null
        select $"{resource.Name} {rule.Property}: {wrong}";

    /// <summary>Every name that two resources of one type and region want, as a problem.</summary>
    public static IEnumerable<string> Twice(StackModel stack) =>
        Rules.SelectMany(rule =>
            stack
                .All(rule.Type)
                .Where(resource => resource[rule.Property] is { IsUnknown: false, Text: not null })
                .GroupBy(resource => new
                {
                    resource[rule.Property].Text,
                    Region = Global.Contains(rule.Type) ? null : resource.Region,
                })
                .Where(group => group.Count() > 1)
                .Select(group =>
                    $"{string.Join(" and ", group.Select(resource => resource.Name))} {rule.Property}: got {group.Key.Text} twice, want each name once"
                )
        );

    [GeneratedRegex("^")]
    private static partial Regex Any();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex Plain();

    [GeneratedRegex("^[A-Za-z0-9._-]+$")]
    private static partial Regex Dotted();

    [GeneratedRegex("^[A-Za-z0-9_/.#-]+$")]
    private static partial Regex Path();

    [GeneratedRegex("^[A-Za-z0-9/_+=.@-]+$")]
    private static partial Regex Secret();

    [GeneratedRegex(@"^[\w+=,.@-]+$")]
    private static partial Regex Person();

    [GeneratedRegex("^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$")]
    private static partial Regex Repository();

    [GeneratedRegex("^[A-Za-z](?:-?[A-Za-z0-9])*$")]
    private static partial Regex Identifier();

    [GeneratedRegex("^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$")]
    private static partial Regex Balancer();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]+[a-z0-9]$")]
    private static partial Regex BucketName();
}
