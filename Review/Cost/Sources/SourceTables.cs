using System.Collections.Immutable;

namespace Review.Cost.Sources;

/// <summary>The tables of the source documents that give any.</summary>
public static class SourceTables
{
    // Where sources begin, which every system of the repository keeps.
    private const string Nat =
        "730 hours of a gateway cost 45.26 in Tokyo, each; the source gives the price of one for two, and forgets the data and the public addresses";

    private const string Amplify =
        "the app is made once the stack has the token of the repository, which the committed file lacks";

    private const string Tasks =
        "a vCPU costs 0.05056 and a GB 0.00553 an hour, all month: the source's sum would be a third of the tasks it names";

    /// <summary>All of them, in the order of the documents.</summary>
    public static ImmutableArray<SourceTable> All { get; } =
    [
        new(
            "NeuraKnot, dev",
            "neuraknot-dev",
            "source-neuraknot-dev",
            100,
            120,
            [
                new("RDS (db.t3.micro)", 15, 20, ["rds-"], "the instance alone is 20.44; its 20 GB of gp3 come on top"),
                new("ECS Fargate", 10, 15, ["fargate-"], Tasks),
                new("ALB", 20, 20, ["alb"], "the hours are 17.74; capacity units follow the traffic"),
                new("NAT Gateway (two)", 45, 45, ["nat"], Nat),
                new("ECR", 5, 10, ["ecr-"], "by the GB of images, as assumed"),
                new(
                    "CloudWatch",
                    5,
                    10,
                    ["logs-", "alarm", "dashboard", "custom-metric", "xray-"],
                    "each alarm of its own list costs 0.10 on top of the logs, and the dashboard 3.00"
                ),
            ]
        ),
        new(
            "NeuraKnot, prod",
            "neuraknot-prod",
            "source-neuraknot-prod",
            130,
            165,
            [
                new(
                    "RDS (db.t3.medium)",
                    30,
                    40,
                    ["rds-"],
                    "an instance of this class costs 81.76 in one zone; the source gives half of it"
                ),
                new("ECS Fargate (two tasks)", 20, 30, ["fargate-"], $"{Tasks}; two of each of three services run"),
                new("ALB", 20, 20, ["alb"], "the hours are 17.74; capacity units follow the traffic"),
                new("NAT Gateway (two)", 45, 45, ["nat"], Nat),
                new("ECR", 5, 10, ["ecr-"], "by the GB of images, as assumed"),
                new(
                    "CloudWatch",
                    10,
                    20,
                    ["logs-", "alarm", "dashboard", "custom-metric", "xray-"],
                    "each alarm of its own list costs 0.10 on top of the logs, and the dashboard 3.00"
                ),
            ]
        ),
        new(
            "FinSight, 10 users a day",
            "finsight-prod",
            "source-finsight-10",
            27,
            32,
            [
                new("Lambda", 0, 5, ["lambda-"], "9,000 calls cost next to nothing without the free tier too"),
                new(
                    "API Gateway",
                    1,
                    1,
                    ["apigateway-"],
                    "10,000 calls of a REST API cost 4 cents; the source rounds up to a dollar"
                ),
                new(
                    "RDS (db.t3.micro, one zone)",
                    15,
                    15,
                    ["rds-postgres", "rds-gp3", "rds-backup"],
                    "the instance alone is 20.44; its 20 GB of gp3 come on top"
                ),
                new("Amplify", 5, 5, ["amplify-"], $"{Amplify}: 200 minutes of builds and 10 GB served would be 3.50"),
                new("CloudFront (1 GB)", 1, 1, ["cloudfront-"], "1 GB costs 11 cents; the source rounds up to a dollar"),
                new(
                    "Others (CloudWatch, Secrets Manager …)",
                    5,
                    5,
                    [
                        "logs-",
                        "alarm",
                        "dashboard",
                        "custom-metric",
                        "xray-",
                        "secret",
                        "kms-",
                        "sns-",
                        "sqs-",
                        "events-",
                        "scheduler-",
                        "ses-",
                        "s3-",
                        "backup-",
                        "data-",
                        "canary",
                    ],
                    "the alarms that the source asks for cost 0.10 each; a dashboard costs 3.00"
                ),
            ]
        ),
        new(
            "FinSight, 1,000 users a day",
            "finsight-prod",
            "source-finsight-1000",
            265,
            315,
            [
                new(
                    "Lambda",
                    50,
                    100,
                    ["lambda-"],
                    "a hundred times the calls of the small case cost cents to dollars: the source's sum would be some 30 to 60 million calls"
                ),
                new(
                    "API Gateway",
                    35,
                    35,
                    ["apigateway-"],
                    "a million calls of a REST API cost 4.25; the source's sum would be eight million"
                ),
                new(
                    "RDS (db.t3.medium, Multi-AZ)",
                    100,
                    100,
                    ["rds-postgres", "rds-gp3", "rds-backup"],
                    "two instances of this class cost 163.52, and both copies of the storage come on top"
                ),
                new("Amplify", 20, 20, ["amplify-"], $"{Amplify}: 200 minutes of builds and 110 GB served would be 18.50"),
                new("CloudFront", 20, 20, ["cloudfront-"], "100 GB cost 11.40; requests come on top"),
                new(
                    "Others",
                    40,
                    40,
                    [
                        "logs-",
                        "alarm",
                        "dashboard",
                        "custom-metric",
                        "xray-",
                        "secret",
                        "kms-",
                        "sns-",
                        "sqs-",
                        "events-",
                        "scheduler-",
                        "ses-",
                        "s3-",
                        "backup-",
                        "data-",
                        "canary",
                    ],
                    "logs and traces grow with the calls"
                ),
            ]
        )
        {
            DatabaseClass = "db.t3.medium",
            MultiAz = true,
        },
    ];

    /// <summary>Why a line of our bill is in no row of a source, by how the id of its price begins.</summary>
    internal static ImmutableArray<(string Price, string Why)> LeftOut { get; } =
    [
        ("nat", "the source's own design has a NAT gateway, and its table does not"),
        ("public-ipv4", "AWS charges for public addresses since February 2024"),
        ("rds-proxy", "the source's own design has a proxy, and its table does not: two vCPUs at least, all month"),
        ("waf-", "the source's own design has web ACLs, and its table does not"),
        ("cognito-", "the source forgets what users cost"),
        ("endpoint", "interface endpoints are ours"),
        ("data-", "the source forgets data between zones and out to the internet"),
        ("kms-", "a key of the stack instead of one of AWS, with its yearly rotation"),
        ("secret", "each secret costs 0.40; the source keeps some in files"),
        ("s3-", "buckets for logs"),
        ("sns-", "mails of alarms"),
        ("backup-", "AWS Backup keeps monthly copies"),
        ("route53-", "a private zone or health checks"),
        ("", "the source does not mention it"),
    ];
}
