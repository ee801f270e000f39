using Infra.Serverless;
using Pulumi.Utilities;

namespace Infra.Tests.Serverless;

public sealed class ApiDomainTests
{
    private static readonly ApiDomain Domain = new("api.example.com", "arn:certificate");

    [Test]
    public async Task The_host_is_regional_and_speaks_no_old_TLS()
    {
        var domain = (await ApiCase.RunAsync(Args())).One("aws:apigateway/domainName:DomainName");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (domain.Inputs["domainName"], domain.Inputs["regionalCertificateArn"]),
                Is.EqualTo(((object)"api.example.com", (object)"arn:certificate"))
            );
            Assert.That(
                domain.Inputs,
                Does.Not.ContainKey("certificateArn"),
                "that one is for edge-optimised hosts, in us-east-1"
            );
            Assert.That(Inputs.Pairs(domain.Inputs["endpointConfiguration"]), Is.EqualTo("types=REGIONAL"));
            Assert.That(
                (domain.Inputs["securityPolicy"], domain.Inputs["endpointAccessMode"]),
                Is.EqualTo(((object)"SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", (object)"STRICT"))
            );
            Assert.That(domain.NameTag(), Is.EqualTo("idp-server-api-domain"));
        }
    }

    [Test]
    public async Task It_hides_the_stage_and_the_name_of_AWS()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("idp", Args()));

        var mapping = run.One("aws:apigateway/basePathMapping:BasePathMapping").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (mapping["domainName"], mapping["restApi"], mapping["stageName"]),
                Is.EqualTo(((object)"api.example.com", (object)"id:idp-api", (object)"api"))
            );
            Assert.That(mapping, Does.Not.ContainKey("basePath"));
            Assert.That(api!.RootPath, Is.EqualTo("/"));
            Assert.That(run.One("aws:apigateway/restApi:RestApi").Inputs["disableExecuteApiEndpoint"], Is.True);
        }
    }

    [Test]
    public async Task A_CDN_asks_the_regional_name_and_DNS_is_left_to_it()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(api!.RegionalDomainName!), Is.EqualTo("regional:idp-api-domain"));
            Assert.That(await OutputUtilities.GetValueAsync(api.RegionalZoneId!), Is.EqualTo("regional-zone:idp-api-domain"));
            Assert.That(await OutputUtilities.GetValueAsync(api.Host), Is.EqualTo("regional:idp-api-domain"));
            Assert.That(run.All("aws:route53/record:Record"), Is.Empty);
        }
    }

    [Test]
    public async Task DNS_points_to_it_where_that_is_said()
    {
        var run = await ApiCase.RunAsync(Args() with { Domain = Domain with { HostedZoneId = "zone" } });

        var record = run.One("aws:route53/record:Record");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (record.Inputs["zoneId"], record.Inputs["name"], record.Inputs["type"]),
                Is.EqualTo(((object)"zone", (object)"api.example.com", (object)"A"))
            );
            Assert.That(
                record.Maps("aliases"),
                Is.EqualTo(
                    new[] { "evaluateTargetHealth=False name=regional:idp-api-domain zoneId=regional-zone:idp-api-domain" }
                )
            );
        }
    }

    [Test]
    public async Task A_base_path_is_the_first_word()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() =>
            api = new("idp", Args() with { Domain = Domain with { BasePath = "v1", Strict = false }, ExecuteEndpoint = true })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(api!.RootPath, Is.EqualTo("/v1"));
            Assert.That(run.One("aws:apigateway/basePathMapping:BasePathMapping").Inputs["basePath"], Is.EqualTo("v1"));
            Assert.That(run.One("aws:apigateway/domainName:DomainName").Inputs["endpointAccessMode"], Is.EqualTo("BASIC"));
            Assert.That(run.One("aws:apigateway/restApi:RestApi").Inputs["disableExecuteApiEndpoint"], Is.False);
        }
    }

    [Test]
    public async Task Without_one_there_is_nothing_of_it()
    {
        RestApi? api = null;
        var run = await Sandbox.RunAsync(() => api = new("idp", ApiCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((api!.RegionalDomainName, api.RegionalZoneId), Is.EqualTo(((object?)null, (object?)null)));
            Assert.That(run.All("aws:apigateway/domainName:DomainName"), Is.Empty);
        }
    }

    [TestCase("API.example.com")]
    [TestCase("https://api.example.com")]
    [TestCase("api")]
    public void A_host_is_a_host(string host) =>
        Assert.That(
            (Args() with { Domain = Domain with { Host = host } }).Validate().Single().ToString(),
            Is.EqualTo($"domain.host: got {host}, want a host name such as api.example.com; the certificate must have it too")
        );

    [TestCase("/v1")]
    [TestCase("v1/x")]
    [TestCase("")]
    public void A_base_path_is_one_word(string path) =>
        Assert.That(
            (Domain with { BasePath = path }).Validate().Single().ToString(),
            Does.StartWith("basePath: got ").And.Contain("want letters, digits and $-_.+!*'(), without /;")
        );

    private static RestApiArgs Args() => ApiCase.Args() with { Domain = Domain };
}
