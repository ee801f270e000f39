using Engine.Values;
using Review.Guardrails;

namespace Review.Model.Aws;

/// <summary>Whether a behaviour of a distribution could give one user the answer that was meant for another.</summary>
internal static class CdnCaching
{
    // "Use managed cache policies" and "Use managed origin request policies" in the CloudFront developer guide; the ids are the same in every account.
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    // AllViewer, AllViewerExceptHostHeader, AllViewerAndCloudFrontHeaders-2022-06.
    private static readonly string[] ForwardEverything =
    [
        "216adef6-5c7f-47e4-b989-5492eafa07d3",
        "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        "33f36d7e-f396-46d9-90e0-52428a34d9dc",
    ];

    // UseOriginCacheControlHeaders, and the same with query strings: they keep nothing that the origin does not allow, and cookies are part of the key.
    private static readonly string[] OriginDecides =
    [
        "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
        "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
    ];

    private static readonly string[] Identities = ["authorization", "cookie"];

    /// <summary>A behaviour that tells the origin who the viewer is must keep nothing, or keep it for that viewer.</summary>
    public static Verdict KeepsNothingPersonal(Resource distribution, Value behaviour)
    {
        var name = CdnOrigins.Named(behaviour);
        if (behaviour.IsUnknown)
            return Verdict.CannotKnow("orderedCacheBehaviors are known only after the deployment");
        if (behaviour["cachePolicyId"].IsMissing)
            return KeepsNothing(behaviour["maxTtl"], name)
                | Verdict.Of(
                    !ForwardsByValues(behaviour),
                    $"{name}: got credentials forwarded and maxTtl above 0, want maxTtl 0"
                );
        var known = behaviour["cachePolicyId"].Text;
        if (known is CachingDisabled || known is not null && OriginDecides.Contains(known))
            return Verdict.Pass;
        if (!ForwardsIdentity(distribution, behaviour))
            return behaviour["originRequestPolicyId"].Bare is UnknownValue
                ? Verdict.CannotKnow($"originRequestPolicyId of {name} is known only after the deployment")
                : Verdict.Pass;
        var policies = Policies(distribution, behaviour["cachePolicyId"], "aws:cloudfront/cachePolicy:CachePolicy").ToList();
        return policies.Count == 0 && behaviour["cachePolicyId"].IsUnknown
            ? Verdict.CannotKnow($"cachePolicyId of {name} is known only after the deployment; want CachingDisabled")
            : Verdict.Of(
                policies.Count > 0 && policies.TrueForAll(policy => policy["maxTtl"].Number == 0 || KeysByIdentity(policy)),
                $"cachePolicyId of {name}: got one that keeps answers while credentials are forwarded, want CachingDisabled ({CachingDisabled})"
            );
    }

    private static Verdict KeepsNothing(Value ttl, string name) => ttl.Ask($"maxTtl of {name}", value => value.Number == 0, "0");

    private static bool ForwardsByValues(Value behaviour) =>
        behaviour["forwardedValues.cookies.forward"].Text is "all"
        || behaviour["forwardedValues.headers"].Texts.Any(header => header == "*" || IsIdentity(header));

    private static bool ForwardsIdentity(Resource distribution, Value behaviour) =>
        behaviour["originRequestPolicyId"].Text is { } known && ForwardEverything.Contains(known)
        || Policies(distribution, behaviour["originRequestPolicyId"], "aws:cloudfront/originRequestPolicy:OriginRequestPolicy")
            .Any(policy =>
                policy["cookiesConfig.cookieBehavior"].Text is "all" or "allExcept"
                || policy["headersConfig.headerBehavior"].Text is "allViewer" or "allViewerAndWhitelistCloudFront" or "allExcept"
                || policy["headersConfig.headers.items"].Texts.Any(IsIdentity)
            );

    private static bool KeysByIdentity(Resource policy) =>
        policy["parametersInCacheKeyAndForwardedToOrigin.headersConfig.headers.items"]
            .Texts.Any(header => header.Equals("authorization", StringComparison.OrdinalIgnoreCase));

    private static bool IsIdentity(string header) => Identities.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Resource> Policies(Resource distribution, Value id, string type) =>
        distribution.Stack.References.In(id.Text ?? "").Where(policy => policy.Type == type);
}
