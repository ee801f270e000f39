using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Naming;

/// <summary>Makes every physical name of a stack. Production has the system's plain names, other stacks carry their own name.</summary>
/// <param name="System">The system, for example <c>idp-server</c>.</param>
/// <param name="Stack">The name of the stack.</param>
/// <param name="MarksProduction">
/// Whether production carries its name too, as in <c>web-platform-prod-alb</c>: what the sources of some systems say. Default: false.
/// </param>
internal sealed record StackLabel(string System, string Stack, bool MarksProduction = false)
{
    private readonly string? _brand;

    private const string Production = "prod";
    private const string LongestShortRole = "-alb";

    /// <summary>The system as physical names have it, where that has capitals: <c>neuraKnot</c>. Default: <see cref="System"/>.</summary>
    public string Brand
    {
        get => _brand ?? System;
        init => _brand = value;
    }

    /// <summary>What physical names begin with: <c>idp-server</c>, or <c>idp-server-dev</c> in stack <c>dev</c>.</summary>
    public string Prefix => ShortStack == Production && !MarksProduction ? Brand : $"{Brand}-{ShortStack}";

    /// <summary>
    /// The same in small letters, for what AWS takes no capitals in (buckets, repositories, parts of host names) or changes to small ones
    /// by itself, so that each preview would show a difference (RDS, ElastiCache).
    /// </summary>
    public string SmallPrefix => Prefix.ToLowerInvariant();

    /// <summary>The stack's name without the system's in front of it, which stacks of other systems need to be unique.</summary>
    public string ShortStack => Stack.StartsWith($"{System}-", StringComparison.Ordinal) ? Stack[(System.Length + 1)..] : Stack;

    /// <summary>A name with the role behind the prefix: <c>idp-server-vpc</c>.</summary>
    public string Name(string role) => NameRule.Tag.Check($"{Prefix}-{role}");

    /// <summary>The same as an IAM role takes it.</summary>
    public string Role(string role) => NameRule.Role.Check(Name(role));

    /// <summary>The same as a security group takes it.</summary>
    public string SecurityGroup(string role) => NameRule.SecurityGroup.Check(Name($"{role}-sg"));

    /// <summary>The same as an RDS instance takes it, in small letters.</summary>
    public string Database(string role) => NameRule.Database.Check(SmallName(role));

    /// <summary>The name of a subnet or parameter group of RDS, in small letters.</summary>
    public string DatabaseGroup(string role) => NameRule.DatabaseGroup.Check(SmallName(role));

    /// <summary>The name of a repository of images, in small letters. Default: that of the only one, which has no role.</summary>
    public string Repository(string? role = null) => NameRule.Repository.Check(role is null ? SmallPrefix : SmallName(role));

    /// <summary>The name of a secret: <c>idp-server/api-credentials</c>.</summary>
    public string Secret(string role) => NameRule.Secret.Check($"{Prefix}/{role}");

    /// <summary>The name of a key's alias: <c>alias/idp-server-key</c>.</summary>
    public string KeyAlias(string role) => NameRule.KeyAlias.Check($"alias/{Name(role)}");

    /// <summary>The name of a log group: <c>/ecs/idp-server</c>, or below it <c>/vpc/idp-server/flow-logs</c>.</summary>
    public string LogGroup(string area, string? role = null) =>
        NameRule.LogGroup.Check(role is null ? $"/{area}/{Prefix}" : $"/{area}/{Prefix}/{role}");

    /// <summary>The name of a load balancer or target group: <c>idp-server-alb</c>.</summary>
    public string LoadBalancer(string role) => NameRule.LoadBalancer.Check(Name(role));

    /// <summary>The name of an ElastiCache replication group: <c>idp-server-redis</c>.</summary>
    public string CacheCluster(string role) => NameRule.CacheCluster.Check(SmallName(role));

    /// <summary>The name of a parameter or subnet group of ElastiCache: <c>idp-server-redis-params</c>.</summary>
    public string CacheGroup(string role) => NameRule.CacheGroup.Check(SmallName(role));

    /// <summary>The name of a web ACL: <c>idp-server-waf</c>.</summary>
    public string WebAcl(string role) => NameRule.WebAcl.Check(Name(role));

    /// <summary>The name of the log group of a web ACL. WAF writes to no group that is named otherwise.</summary>
    public string WafLogGroup => NameRule.LogGroup.Check($"aws-waf-logs-{Prefix}");

    /// <summary>The name of a bucket, with the account in it, because buckets of all accounts share their names.</summary>
    public string Bucket(string role, string accountId) => NameRule.Bucket.Check($"{SmallPrefix}-{role}-{accountId}");

    /// <summary>The name of a configuration set of SES: <c>idp-server-mail</c>.</summary>
    public string ConfigurationSet(string role) => NameRule.ConfigurationSet.Check(Name(role));

    /// <summary>The name of a Lambda function: <c>taskflow-api</c>.</summary>
    public string Function(string role) => NameRule.Function.Check(Name(role));

    /// <summary>The name of a DynamoDB table: <c>taskflow-tasks</c>.</summary>
    public string Table(string role) => NameRule.Table.Check(Name(role));

    /// <summary>The name of a canary: <c>web-platform-health</c>.</summary>
    public string Canary(string role) => NameRule.Canary.Check(Name(role));

    /// <summary>The tag that people see in the console.</summary>
    public ImmutableDictionary<string, string> NameTag(string role) =>
        ImmutableDictionary<string, string>.Empty.Add("Name", Name(role));

    /// <summary>The same for a further web ACL: <c>aws-waf-logs-idp-server-cdn-waf</c>.</summary>
    public string WafLogGroupOf(string role) => NameRule.LogGroup.Check($"aws-waf-logs-{Name(role)}");

    /// <summary>The name of a source or destination of delivered logs: <c>taskflow-cdn-logs</c>.</summary>
    public string LogDelivery(string role) => NameRule.LogDelivery.Check(Name(role));

    /// <summary>The name of a function or an access control of CloudFront: <c>taskflow-app-routes</c>.</summary>
    public string Cdn(string role) => NameRule.Cdn.Check(Name(role));

    /// <summary>The root of the stack's parameters in Parameter Store: <c>/web-platform/dev</c>, in production too.</summary>
    public string ParameterRoot => $"/{System}/{ShortStack}";

    /// <summary>The log group of one of several services, as sources name it: <c>/ecs/neuraKnot-dev-backend-go</c>.</summary>
    public string ServiceLog(string service) => NameRule.LogGroup.Check($"/ecs/{Name(service)}");

    // Not Name, whose rule is that of tags: the caller's own rule is the one to name.
    private string SmallName(string role) => $"{SmallPrefix}-{role}";

    /// <summary>Whether names can be made of the stack's name. RDS and ElastiCache refuse capitals and doubled hyphens.</summary>
    public IEnumerable<Problem> Validate()
    {
        var sound = ShortStack.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
        if (
            !sound
            || ShortStack.Contains("--", StringComparison.Ordinal)
            || ShortStack.StartsWith('-')
            || ShortStack.EndsWith('-')
        )
            yield return new("stack", Stack, "small letters, digits and single hyphens", "names of AWS resources are made of it");
        var room = NameRule.LoadBalancer.MaxLength - LongestShortRole.Length - System.Length - 1;
        if (Prefix != System && ShortStack.Length > room)
            yield return new("stack", Stack, $"{room} characters at most", "load balancers have names of 32 characters at most");
    }
}
