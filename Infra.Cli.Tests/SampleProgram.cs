using System.Collections.Immutable;
using Pulumi;

namespace Infra.Cli.Tests;

/// <summary>
/// A Pulumi program for the command to preview, started as any other: <c>dotnet Infra.Cli.Tests.dll MODE</c>. It uses nothing but the core of
/// the SDK, so that these tests do not depend on what our systems contain.
/// </summary>
internal static class SampleProgram
{
    private static Task<int> Main(string[] args) =>
        args switch
        {
            ["hang"] => Deployment.RunAsync(() => Task.Delay(Timeout.Infinite)),
            ["crash"] => Deployment.RunAsync(Crash),
            ["careless"] => Deployment.RunAsync(Careless),
            ["wrong"] => Deployment.RunAsync(() =>
            {
                _ = Make("aws:ec2/vpc:Vpc", "one", null, new() { ["cidrBlok"] = "10.0.0.0/16" });
            }),
            ["many", var number] => Deployment.RunAsync(() =>
                Many(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
            ),
            ["evolved"] => Deployment.RunAsync(Evolved),
            _ => Deployment.RunAsync(Shop),
        };

    private static void Shop()
    {
        var config = new Config();
        var shop = new Group("idp:system:Shop", "shop", null);
        var network = new Group("idp:network:ShopNetwork", "shop", shop);
        var vpc = Make("aws:ec2/vpc:Vpc", "shop-vpc", network, new() { ["cidrBlock"] = "10.0.0.0/16" });
        _ = Make(
            "aws:ec2/subnet:Subnet",
            "shop-public",
            network,
            new()
            {
                ["vpcId"] = vpc.Id,
                ["cidrBlock"] = "10.0.1.0/24",
                ["tags"] = new Dictionary<string, object?> { ["tier"] = config.Get("tier") ?? "public" },
            }
        );
        var data = new Group("idp:data:ShopDatabase", "shop", shop);
        _ = Make(
            "aws:rds/instance:Instance",
            "shop-db",
            data,
            new()
            {
                ["instanceClass"] = "db.t4g.micro",
                ["engine"] = "postgres",
                ["allocatedStorage"] = 20,
                ["storageEncrypted"] = config.GetBoolean("encrypted") ?? false,
                ["password"] = config.GetSecret("password") ?? Pulumi.Output.CreateSecret(config.Get("plain") ?? "none"),
            }
        );
    }

    // Five mistakes that a review must find.
    private static void Careless()
    {
        var vpc = Make("aws:ec2/vpc:Vpc", "vpc", null, new() { ["cidrBlock"] = "10.0.0.0/16" });
        var group = Make(
            "aws:ec2/securityGroup:SecurityGroup",
            "group",
            null,
            new() { ["vpcId"] = vpc.Id, ["description"] = "the shop" }
        );
        _ = Make(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "database-for-everybody",
            null,
            new()
            {
                ["securityGroupId"] = group.Id,
                ["ipProtocol"] = "tcp",
                ["fromPort"] = 5432,
                ["toPort"] = 5432,
                ["cidrIpv4"] = "0.0.0.0/0",
            }
        );
        _ = Make("aws:s3/bucket:Bucket", "receipts", null, new() { ["bucket"] = "shop-receipts" });
        var role = Make("aws:iam/role:Role", "task", null, new() { ["assumeRolePolicy"] = Allow("sts:AssumeRole", null) });
        _ = Make("aws:iam/rolePolicy:RolePolicy", "everything", null, new() { ["role"] = role.Id, ["policy"] = Allow("*", "*") });
        _ = Make(
            "aws:ecs/taskDefinition:TaskDefinition",
            "shop",
            null,
            new()
            {
                ["family"] = "shop",
                ["containerDefinitions"] =
                    """[{"name": "shop", "image": "shop:1", "environment": [{"name": "DB_PASSWORD", "value": "correct horse"}]}]""",
            }
        );
        _ = Make(
            "aws:lb/listener:Listener",
            "old-tls",
            null,
            new()
            {
                ["loadBalancerArn"] = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop/1",
                ["port"] = 443,
                ["protocol"] = "HTTPS",
                ["sslPolicy"] = "ELBSecurityPolicy-TLS-1-0-2015-04",
                ["defaultActions"] = new[] { new Dictionary<string, object?> { ["type"] = "fixed-response" } },
            }
        );
    }

    private static string Allow(string action, string? resource) =>
        resource is null
            ? $$$"""{"Statement": [{"Effect": "Allow", "Action": "{{{action}}}", "Principal": {"Service": "ecs-tasks.amazonaws.com"}}]}"""
            : $$"""{"Statement": [{"Effect": "Allow", "Action": "{{action}}", "Resource": "{{resource}}"}]}""";

    // What became of the stack of checkpoint.json: renamed, moved, kept, taken out.
    private static void Evolved()
    {
        var data = new Group("idp:data:ShopData", "shop", null);
        Add(
            "aws:ec2/vpc:Vpc",
            "main",
            new() { ["cidrBlock"] = "10.0.0.0/16" },
            new() { Aliases = { new Alias { Name = "old" } } }
        );
        Add(
            "aws:sqs/queue:Queue",
            "orders",
            new() { ["name"] = "orders", ["delaySeconds"] = 5 },
            new() { Parent = data, Aliases = { new Alias { NoParent = true } } }
        );
        Add("aws:s3/bucket:Bucket", "media", new() { ["bucket"] = "shop-media-2" }, new() { Protect = true });
        Add("aws:dynamodb/table:Table", "carts", new() { ["name"] = "carts", ["hashKey"] = "user" }, new());
        Add(
            "aws:sns/topic:Topic",
            "news",
            new() { ["name"] = "news", ["displayName"] = "New" },
            new() { IgnoreChanges = { "displayName" } }
        );
        Add(
            "aws:cloudwatch/logGroup:LogGroup",
            "log",
            new() { ["name"] = "log", ["retentionInDays"] = 30 },
            new() { ReplaceOnChanges = { "retentionInDays" }, DeleteBeforeReplace = true }
        );
    }

    private static void Add(string type, string name, Dictionary<string, object?> inputs, CustomResourceOptions options) =>
        _ = new CustomResource(type, name, new DictionaryResourceArgs(inputs.ToImmutableDictionary()), options);

    private static void Crash()
    {
        Shop();
        throw new InvalidOperationException("the shop is closed");
    }

    private static void Many(int number)
    {
        for (var i = 0; i < number; i++)
            _ = Make("random:index/randomPet:RandomPet", $"pet-{i}", null, new() { ["length"] = 2 });
    }

    private static CustomResource Make(string type, string name, Resource? parent, Dictionary<string, object?> inputs) =>
        new(
            type,
            name,
            new DictionaryResourceArgs(inputs.ToImmutableDictionary()),
            new CustomResourceOptions { Parent = parent }
        );

    private sealed class Group(string type, string name, Resource? parent)
        : ComponentResource(type, name, new ComponentResourceOptions { Parent = parent });
}
