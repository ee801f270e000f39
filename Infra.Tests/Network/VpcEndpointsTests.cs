using Infra.Network;

namespace Infra.Tests.Network;

public sealed class VpcEndpointsTests
{
    [Test]
    public async Task S3_is_reached_from_every_private_table_and_no_public_one()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.Args());

        var endpoint = run.One("aws:ec2/vpcEndpoint:VpcEndpoint");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(endpoint.Inputs["serviceName"], Is.EqualTo("com.amazonaws.ap-northeast-1.s3"));
            Assert.That(endpoint.Inputs["vpcEndpointType"], Is.EqualTo("Gateway"));
            Assert.That(
                endpoint.Texts("routeTableIds"),
                Is.EquivalentTo(new[] { "id:idp-private-app-1a-rt", "id:idp-private-app-1c-rt", "id:idp-private-db-rt" })
            );
        }
    }

    [Test]
    public async Task Interface_endpoints_stand_in_the_tasks_subnets_behind_their_own_group()
    {
        var run = await NetworkCase.RunAsync(NetworkCase.WithEndpoints([.. InterfaceEndpoint.All]));

        var endpoints = run.All("aws:ec2/vpcEndpoint:VpcEndpoint")
            .Where(e => Equals(e.Inputs["vpcEndpointType"], "Interface"))
            .ToList();
        var registry = endpoints.Single(endpoint => endpoint.Name == "idp-ecr-api-endpoint");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                endpoints.Select(endpoint => endpoint.Inputs["serviceName"]),
                Is.EquivalentTo(InterfaceEndpoint.All.Select(service => $"com.amazonaws.ap-northeast-1.{service}"))
            );
            Assert.That(registry.Inputs["privateDnsEnabled"], Is.True);
            Assert.That(registry.Texts("subnetIds"), Is.EqualTo(new[] { "id:idp-private-app-1a", "id:idp-private-app-1c" }));
            Assert.That(registry.Texts("securityGroupIds"), Is.EqualTo(new[] { "id:idp-endpoints-sg" }));
            Assert.That(registry.NameTag(), Is.EqualTo("idp-server-ecr-api-endpoint"));
        }
    }
}
