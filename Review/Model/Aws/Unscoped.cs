namespace Review.Model.Aws;

/// <summary>The actions that AWS allows for every resource or for none, or whose resources have no name before they are there.</summary>
internal static class Unscoped
{
    // From the service authorization reference: actions without a resource type, or of agents that start before anybody knows their id.
    private static readonly string[] Patterns =
    [
        "acm:ListCertificates",
        "application-autoscaling:Describe*",
        "autoscaling:Describe*",
        "backup:List*",
        "cloudfront:List*",
        "cloudwatch:Describe*",
        "cloudwatch:Get*",
        "cloudwatch:List*",
        "codedeploy:List*",
        "dynamodb:ListTables",
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:Describe*",
        "ec2:UnassignPrivateIpAddresses",
        "ec2messages:*",
        "ecr:GetAuthorizationToken",
        "ecs:DiscoverPollEndpoint",
        "ecs:List*",
        "elasticache:Describe*",
        "elasticloadbalancing:Describe*",
        "events:List*",
        "iam:List*",
        "kms:GenerateRandom",
        "kms:List*",
        "lambda:ListFunctions",
        "logs:CreateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:DescribeLogGroups",
        "logs:DescribeResourcePolicies",
        "logs:GetLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:UpdateLogDelivery",
        "rds:Describe*",
        "route53:List*",
        "s3:ListAllMyBuckets",
        "secretsmanager:GetRandomPassword",
        "secretsmanager:ListSecrets",
        "sns:ListTopics",
        "sqs:ListQueues",
        "ssm:DescribeParameters",
        "ssm:UpdateInstanceInformation",
        "ssmmessages:*",
        "sts:GetCallerIdentity",
        "tag:GetResources",
        "xray:GetSampling*",
        "xray:Put*",
    ];

    /// <summary>The actions of a statement that AWS can limit to resources, though it allows them for all; none where a condition limits them.</summary>
    public static IEnumerable<string> In(Statement statement) =>
        statement.Allows && statement.Resources.Contains("*") && !statement.Conditions.Any(Limits)
            ? statement.Actions.Where(action => !Patterns.Any(pattern => Glob.MatchesAsPolicies(pattern, action)))
            : [];

    // Tags of the resource, or what the service itself knows of it, such as ecs:cluster and cloudwatch:namespace.
    private static bool Limits(PolicyCondition condition) =>
        condition.Demands
        && (
            condition.Key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase)
            || !condition.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        );
}
