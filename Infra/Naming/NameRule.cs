using Pulumi;

namespace Infra.Naming;

/// <summary>What AWS accepts as a name of one kind of thing.</summary>
/// <param name="Thing">The thing in AWS's words, with its article.</param>
/// <param name="MaxLength">In characters.</param>
/// <param name="Punctuation">What is accepted besides ASCII letters and digits.</param>
internal sealed record NameRule(string Thing, int MaxLength, string Punctuation)
{
    /// <summary>Load balancers and target groups: the shortest names of all.</summary>
    public static readonly NameRule LoadBalancer = new("a load balancer or target group", 32, "-");

    /// <summary>ElastiCache replication groups.</summary>
    public static readonly NameRule CacheCluster = new("an ElastiCache replication group", 40, "-");

    /// <summary>RDS instances.</summary>
    public static readonly NameRule Database = new("an RDS instance", 63, "-");

    /// <summary>Subnet and parameter groups of RDS.</summary>
    public static readonly NameRule DatabaseGroup = new("a subnet or parameter group of RDS", 255, "-");

    /// <summary>Repositories of images.</summary>
    public static readonly NameRule Repository = new("a repository of images", 256, "/._-");

    /// <summary>IAM roles.</summary>
    public static readonly NameRule Role = new("an IAM role", 64, "+=,.@_-");

    /// <summary>Security groups.</summary>
    public static readonly NameRule SecurityGroup = new("a security group", 255, " ._-:/()#,@[]+=&;{}!$*");

    /// <summary>Aliases of KMS keys.</summary>
    public static readonly NameRule KeyAlias = new("an alias of a KMS key", 256, "/_-");

    /// <summary>Values of tags.</summary>
    public static readonly NameRule Tag = new("a tag", 256, " _.:/=+-@");

    /// <summary>Secrets of Secrets Manager.</summary>
    public static readonly NameRule Secret = new("a secret", 512, "/_+=.@-");

    /// <summary>Log groups.</summary>
    public static readonly NameRule LogGroup = new("a log group", 512, "._/#-");

    /// <summary>SNS topics.</summary>
    public static readonly NameRule Topic = new("an SNS topic", 256, "_-");

    /// <summary>CloudWatch alarms.</summary>
    public static readonly NameRule Alarm = new("an alarm", 255, " ._-:/()#,@[]+=&;{}!$*");

    /// <summary>CloudWatch dashboards.</summary>
    public static readonly NameRule Dashboard = new("a dashboard", 255, "_-");

    /// <summary>Backup vaults and plans.</summary>
    public static readonly NameRule BackupVault = new("a backup vault", 50, "._-");

    /// <summary>Schedules of EventBridge Scheduler and their groups.</summary>
    public static readonly NameRule Schedule = new("a schedule", 64, "._-");

    /// <summary>Parameter and subnet groups of ElastiCache.</summary>
    public static readonly NameRule CacheGroup = new("a parameter or subnet group of ElastiCache", 255, "-");

    /// <summary>Web ACLs of WAF.</summary>
    public static readonly NameRule WebAcl = new("a web ACL", 128, "_-");

    /// <summary>S3 buckets. Dots are accepted by S3 but break its TLS certificate.</summary>
    public static readonly NameRule Bucket = new("a bucket", 63, "-");

    /// <summary>User pools of Cognito.</summary>
    public static readonly NameRule UserPool = new("a user pool", 128, " +=,.@_-");

    /// <summary>Configuration sets of SES.</summary>
    public static readonly NameRule ConfigurationSet = new("a configuration set", 64, "_-");

    /// <summary>Sources and destinations of logs that services deliver.</summary>
    public static readonly NameRule LogDelivery = new("a log delivery", 60, "_-");

    /// <summary>Functions and origin access controls of CloudFront; policies could be longer.</summary>
    public static readonly NameRule Cdn = new("a function or access control of CloudFront", 64, "_-");

    /// <summary>Parameters of Parameter Store; the length is that of the whole ARN.</summary>
    public static readonly NameRule Parameter = new("a parameter", 1011, "/_.:-");

    /// <summary>Lambda functions.</summary>
    public static readonly NameRule Function = new("a Lambda function", 64, "_-");

    /// <summary>DynamoDB tables.</summary>
    public static readonly NameRule Table = new("a DynamoDB table", 255, "._-");

    /// <summary>Canaries of CloudWatch Synthetics: 255 since 2024, before it were 21.</summary>
    public static readonly NameRule Canary = new("a canary", 255, "_-");

    /// <summary>Queues of SQS.</summary>
    public static readonly NameRule Queue = new("an SQS queue", 80, "_-");

    /// <summary>Apps of Amplify, of which only the length is bound.</summary>
    public static readonly NameRule AmplifyApp = new("an app of Amplify", 255, " ._-");

    /// <summary>Groups and sampling rules of X-Ray, which allow less than most names.</summary>
    public static readonly NameRule Trace = new("a group or sampling rule of X-Ray", 32, "_-");

    /// <summary>Budgets; a colon and a backslash are refused.</summary>
    public static readonly NameRule Budget = new("a budget", 100, " ._-");

    /// <summary>Rules of AWS Config.</summary>
    public static readonly NameRule ConfigRule = new("a rule of AWS Config", 128, "_-");

    /// <summary>The name, when AWS accepts it.</summary>
    /// <exception cref="RunException">It does not.</exception>
    public string Check(string name)
    {
        if (name.Length > MaxLength)
            throw new RunException(
                $"name of {Thing}: got {name} ({name.Length} characters), want {MaxLength} at most; choose a shorter stack name"
            );
        if (
            name.FirstOrDefault(letter => !char.IsAsciiLetterOrDigit(letter) && !Punctuation.Contains(letter))
            is var odd
                and not '\0'
        )
            throw new RunException(
                $"name of {Thing}: got {name}, want letters, digits and {Punctuation}; remove '{odd}' from the stack name"
            );
        return name;
    }
}
