using Infra.Validation;

namespace Infra.Edge;

/// <summary>What is wrong with a distribution.</summary>
internal static class CdnDistributionCheck
{
    private static readonly string[] PriceClasses = ["PriceClass_100", "PriceClass_200", "PriceClass_All"];

    // Older ones let TLS 1.2 use ciphers without forward secrecy.
    private static readonly string[] TlsPolicies = ["TLSv1.2_2021", "TLSv1.2_2025", "TLSv1.3_2025"];

    /// <summary>The problems.</summary>
    public static IEnumerable<Problem> Problems(CdnDistributionArgs args) =>
        [
            .. Place(args),
            .. Names(args),
            .. Origins(args),
            .. Behaviours(args),
            .. args.ErrorPage?.Validate(args) ?? [],
            .. Words(args),
        ];

    /// <summary>What CloudFront refuses of a certificate that exists.</summary>
    public static Problem? Certificate(string path, string arn) =>
        CertificateRegion.Problem(path, arn, GlobalEdge.Region, "CloudFront");

    private static IEnumerable<Problem> Place(CdnDistributionArgs args)
    {
        if (args.Context.Region != GlobalEdge.Region)
            yield return new(
                "context.region",
                args.Context.Region,
                GlobalEdge.Region,
                "use GlobalEdge.In(context) and a provider of that region"
            );
    }

    private static IEnumerable<Problem> Names(CdnDistributionArgs args)
    {
        if (!args.Domains.IsEmpty && args.CertificateArn is null)
            yield return new(
                "certificateArn",
                null,
                $"a certificate for {Spelling.List(args.Domains, "and")}",
                $"CloudFront takes no alias without one; make it in {GlobalEdge.Region}"
            );
        if (args.Domains.IsEmpty && args.CertificateArn is not null)
            yield return new("domains", "an empty list", "the hosts of the certificate", "or leave the certificate out");
        if (args.Domains.IsEmpty && args.HostedZoneId is not null)
            yield return new("domains", "an empty list", "the hosts to point here in the zone", "or remove hostedZoneId");
        foreach (var twice in args.Domains.GroupBy(host => host).Where(same => same.Count() > 1))
            yield return new("domains", $"{twice.Key} twice", "each host once", "remove one");
    }

    private static IEnumerable<Problem> Origins(CdnDistributionArgs args)
    {
        foreach (var twice in args.Origins.GroupBy(origin => origin.Id).Where(same => same.Count() > 1))
            yield return new("origins", $"{twice.Key} twice", "each id once", "rename one");
        foreach (var origin in args.Origins)
        foreach (var problem in origin.Validate(args.Protect))
            yield return problem.Under($"origins.{origin.Id}");
        foreach (var idle in args.Origins.Where(origin => args.Behaviours.All(row => row.Origin != origin.Id)))
            yield return new($"origins.{idle.Id}", "no behaviour", "one that asks it", "or leave the origin out");
    }

    private static IEnumerable<Problem> Behaviours(CdnDistributionArgs args)
    {
        var ids = args.Origins.Select(origin => origin.Id).ToList();
        foreach (var twice in args.Behaviours.GroupBy(row => row.Path).Where(same => same.Count() > 1))
            yield return new("behaviours", $"{twice.Key} twice", "each path once", "the second would never be reached");
        if (args.Behaviours.All(row => row.Path != CdnBehaviour.Everything))
            yield return new(
                "behaviours",
                args.Behaviours.Select(row => row.Path),
                $"{CdnBehaviour.Everything} among them",
                "something must take what no other does"
            );
        foreach (var row in args.Behaviours)
        {
            if (!ids.Contains(row.Origin))
                yield return new(
                    $"behaviours[{row.Path}].origin",
                    row.Origin,
                    Spelling.OneOf(ids),
                    "a row names an origin by its id"
                );
            foreach (var problem in row.Validate(args.Origins.FirstOrDefault(origin => origin.Id == row.Origin)))
                yield return problem.Under($"behaviours[{row.Path}]");
        }
    }

    /// <summary>What is wrong with single values.</summary>
    public static IEnumerable<Problem> Words(CdnDistributionArgs args)
    {
        if (!PriceClasses.Contains(args.PriceClass))
            yield return new("priceClass", args.PriceClass, Spelling.OneOf(PriceClasses), "CloudFront sells no other");
        if (!TlsPolicies.Contains(args.MinimumTls))
            yield return new("minimumTls", args.MinimumTls, Spelling.OneOf(TlsPolicies), "older ones are not safe");
        if (args.LogRetentionDays < 1)
            yield return new("logRetentionDays", args.LogRetentionDays, "1 or more", "what is not kept needs no bucket");
        if (args.DefaultRootObject is { } root && (root.Length == 0 || root.StartsWith('/')))
            yield return new("defaultRootObject", root, "a name without / before it", "for example index.html");
        foreach (var problem in args.Headers.Validate())
            yield return problem.Under("headers");
    }
}
