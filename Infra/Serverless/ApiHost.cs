using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Aws.Route53.Inputs;
using Resource = Pulumi.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>Makes the host name of an API and leads it to the stage.</summary>
internal sealed class ApiHost
{
    /// <summary>The host that a CDN or a DNS alias leads to.</summary>
    public Output<string> RegionalDomainName { get; }

    /// <summary>The zone of that host, which a DNS alias names.</summary>
    public Output<string> RegionalZoneId { get; }

    /// <summary>Makes it.</summary>
    public ApiHost(string name, RestApiArgs args, ApiDomain domain, Rest api, Stage stage, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var made = new DomainName(
            $"{name}-domain",
            new()
            {
                Domain = domain.Host,
                RegionalCertificateArn = domain.CertificateArn,
                EndpointConfiguration = new DomainNameEndpointConfigurationArgs { Types = "REGIONAL" },
                // The API's own: of two that differ, the API's would win, and nobody would see that the other does not hold.
                SecurityPolicy = RestApi.SecurityPolicy,
                EndpointAccessMode = RestApi.AccessModeOf(domain.Strict),
                Tags = args.Context.Label.NameTag($"{args.Role}-domain"),
            },
            child
        );
        var mapping = new BasePathMappingArgs
        {
            DomainName = made.Domain,
            RestApi = api.Id,
            StageName = stage.StageName,
        };
        if (domain.BasePath is { } path)
            mapping.BasePath = path;
        var mapped = new BasePathMapping($"{name}-mapping", mapping, child);
        if (domain.HostedZoneId is { } zone)
            _ = new Record(
                $"{name}-alias",
                new()
                {
                    ZoneId = zone,
                    Name = domain.Host,
                    Type = "A",
                    Aliases = new RecordAliasArgs
                    {
                        Name = made.RegionalDomainName,
                        ZoneId = made.RegionalZoneId,
                        EvaluateTargetHealth = false, // there is no other place to send people to
                    },
                },
                child
            );
        // Whoever asks the host finds the API behind it.
        RegionalDomainName = Output.Tuple(made.RegionalDomainName, mapped.Id).Apply(both => both.Item1);
        RegionalZoneId = made.RegionalZoneId;
    }
}
