using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Pricing;

/// <summary>By what data leaves a stack for the internet, so that each way has its part of it.</summary>
internal static class DataOut
{
    private const string Distribution = "aws:cloudfront/distribution:Distribution";
    private const string Record = "aws:route53/record:Record";
    private const string Mapping = "aws:apigateway/basePathMapping:BasePathMapping";
    private const string DomainName = "aws:apigateway/domainName:DomainName";

    private static readonly string[] Doors = [Tokens.LoadBalancer, "aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"];

    /// <summary>How many load balancers and APIs answer the internet themselves.</summary>
    public static int Ways(StackModel stack) =>
        Doors.Sum(type => stack.All(type).Count(door => door["internal"].Bool != true && !IsBehindDistribution(door)));

    /// <summary>Whether CloudFront takes what comes from it, which costs nothing on the way: by its own name, a domain of its API, or a record.</summary>
    public static bool IsBehindDistribution(Resource door) =>
        IsOrigin(door)
        || door.LinkedBy(Mapping, "restApi").SelectMany(mapping => mapping.Linked("domainName", DomainName)).Any(IsOrigin)
        || door.LinkedBy(Record, "aliases").Any(record => record["name"].Text is { } name && Hosts(door.Stack).Contains(name));

    private static bool IsOrigin(Resource resource) => resource.LinkedBy(Distribution, "origins").Any();

    private static IEnumerable<string?> Hosts(StackModel stack) =>
        stack.All(Distribution).SelectMany(distribution => distribution.Origins()).Select(origin => origin["domainName"].Text);
}
