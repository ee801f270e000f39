namespace Review.Model.Aws;

/// <summary>The header by which what stands behind a CDN knows it.</summary>
internal static class OriginHeaders
{
    /// <summary>The type of distributions.</summary>
    public const string Distribution = "aws:cloudfront/distribution:Distribution";

    /// <summary>Whether all that a load balancer forwards shows the header of a distribution of the stack that has a web ACL.</summary>
    public static bool IsBehindFirewalledCdn(Resource balancer)
    {
        var shown = balancer
            .Stack.All(Distribution)
            .Where(distribution => !distribution["webAclId"].IsEmpty)
            .SelectMany(distribution => distribution["origins"].Items)
            .SelectMany(origin => origin["customHeaders"].Items)
            .Select(header => header["name"].Text)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var listeners = balancer.Listeners().ToList();
        return listeners.Count > 0
            && listeners.TrueForAll(listener =>
                !listener["defaultActions"].Forwards()
                && listener
                    .ListenerRules()
                    .Where(rule => rule["actions"].Forwards())
                    .All(rule => rule.HeadersAskedFor().Any(shown.Contains))
            );
    }
}
