using System.Text.Json;
using Infra.Settings;
using Infra.Systems;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Systems;

public sealed class IdpServerDefinitionTests
{
    [Test]
    public async Task The_stack_hands_out_what_its_neighbours_need()
    {
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        await Sandbox.RunAsync(() => outputs = Run(TestStacks.Prod, StackEnvironment.Prod));

        var subnets = (IDictionary<string, object?>)outputs["subnetIds"]!;
        var groups = (IDictionary<string, object?>)outputs["securityGroupIds"]!;
        var secrets = (IDictionary<string, object?>)outputs["secretArns"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                outputs.Keys,
                Is.EquivalentTo(
                    new[]
                    {
                        "accountId",
                        "region",
                        "url",
                        "albName",
                        "albDnsName",
                        "cluster",
                        "service",
                        "taskDefinition",
                        "repositories",
                        "databaseJobs",
                        "jobNetwork",
                        "databaseEndpoints",
                        "redisEndpoint",
                        "secretArns",
                        "dashboardUrl",
                        "alarmTopicArn",
                        "vpcId",
                        "subnetIds",
                        "securityGroupIds",
                        "keyArn",
                    }
                )
            );
            Assert.That(await Text(outputs["url"]), Is.EqualTo("https://idp.example.com"));
            Assert.That(outputs["albName"], Is.EqualTo("idp-server-alb"));
            Assert.That(outputs["cluster"], Is.EqualTo("idp-server-cluster"));
            Assert.That(outputs["service"], Is.EqualTo("idp-server-service"));
            Assert.That(await Text(outputs["taskDefinition"]), Is.EqualTo("arn:idp-server-task-definition"));
            Assert.That(
                ((IDictionary<string, object?>)outputs["databaseJobs"]!).Keys,
                Is.EquivalentTo(new[] { "db-bootstrap", "db-info", "db-migrate", "db-schedule", "db-verify" })
            );
            Assert.That(
                await Text(((List<object?>)((IDictionary<string, object?>)outputs["jobNetwork"]!)["securityGroupIds"]!)[0]),
                Is.EqualTo("id:idp-server-jobs-sg")
            );
            Assert.That(await Text(outputs["redisEndpoint"]), Is.EqualTo("primary:idp-server-redis"));
            Assert.That(await Text(outputs["alarmTopicArn"]), Does.StartWith("arn:"));
            Assert.That(await Text(outputs["vpcId"]), Is.EqualTo("id:idp-server-vpc"));
            Assert.That(await Text(outputs["keyArn"]), Is.EqualTo("arn:idp-server-kms-key"));
            Assert.That(subnets.Keys, Is.EquivalentTo(new[] { "public", "app", "db" }));
            Assert.That(await Text(((List<Output<string>>)subnets["app"]!)[0]), Is.EqualTo("id:idp-server-private-app-1a"));
            Assert.That(await Text(groups["db"]), Is.EqualTo("id:idp-server-rds-sg"));
            Assert.That(secrets.Keys, Is.EquivalentTo(new[] { "api-credentials", "db-credentials", "db-master", "redis-auth" }));
            Assert.That(await Text(secrets["redis-auth"]), Is.EqualTo("arn:idp-server-redis-auth-secret"));
        }
    }

    [Test]
    public async Task The_provider_is_bound_to_the_stacks_region_and_account_and_tags_everything()
    {
        var run = await Sandbox.RunAsync(() => _ = Run(TestStacks.Prod, StackEnvironment.Prod));

        var provider = run.One("pulumi:providers:aws");
        var tags = Json(provider.Inputs["defaultTags"]).GetProperty("tags");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(provider.Inputs["region"], Is.EqualTo("ap-northeast-1"));
            Assert.That(
                Json(provider.Inputs["allowedAccountIds"]).EnumerateArray().Single().GetString(),
                Is.EqualTo("111111111111")
            );
            Assert.That(tags.GetProperty("Environment").GetString(), Is.EqualTo("production"));
            Assert.That(tags.GetProperty("ManagedBy").GetString(), Is.EqualTo("pulumi"));
            foreach (
                var resource in run.Registered.Where(resource => resource.Type!.StartsWith("aws:", StringComparison.Ordinal))
            )
                Assert.That(resource.Provider, Does.Contain("pulumi:providers:aws::aws::"), resource.Name);
            Assert.That(run.One("aws:ec2/vpc:Vpc").NameTag(), Is.EqualTo("idp-server-vpc"));
        }
    }

    private static IDictionary<string, object?> Run(StackContext context, StackEnvironment environment)
    {
        var definition = SystemCatalog.Find("idp-server")!;
        return definition.Run(context, SystemCase.Settings(environment));
    }

    // A provider's inputs that are no texts travel as JSON.
    private static JsonElement Json(object input) => JsonDocument.Parse((string)input).RootElement;

    private static Task<string> Text(object? output) => OutputUtilities.GetValueAsync((Output<string>)output!);
}
