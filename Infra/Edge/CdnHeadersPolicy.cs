using Pulumi;
using Pulumi.Aws.CloudFront;
using Pulumi.Aws.CloudFront.Inputs;

namespace Infra.Edge;

/// <summary>The headers that a distribution adds to answers and those that it takes away.</summary>
internal static class CdnHeadersPolicy
{
    private const int DaySeconds = 86_400;

    /// <summary>What tells attackers which program of which version answers.</summary>
    private static readonly string[] Removed = ["Server", "X-Powered-By"];

    /// <summary>Makes the policy.</summary>
    /// <returns>Its id.</returns>
    public static Output<string> Make(string name, CdnDistributionArgs args, ComponentResource parent)
    {
        var policy = new ResponseHeadersPolicyArgs
        {
            Name = args.Context.Label.Cdn("headers"),
            Comment = $"What {args.Context.Label.Prefix} tells browsers",
            SecurityHeadersConfig = Security(args.Headers),
            RemoveHeadersConfig = new ResponseHeadersPolicyRemoveHeadersConfigArgs
            {
                Items = Removed
                    .Select(header => new ResponseHeadersPolicyRemoveHeadersConfigItemArgs { Header = header })
                    .ToArray(),
            },
        };
        if (args.Headers.Cors is { } cors)
            policy.CorsConfig = Sharing(cors);
        return new ResponseHeadersPolicy($"{name}-headers", policy, new() { Parent = parent }).Id;
    }

    private static ResponseHeadersPolicyCorsConfigArgs Sharing(CdnCors cors) =>
        new()
        {
            AccessControlAllowOrigins = new ResponseHeadersPolicyCorsConfigAccessControlAllowOriginsArgs
            {
                Items = [cors.Origin],
            },
            AccessControlAllowMethods = new ResponseHeadersPolicyCorsConfigAccessControlAllowMethodsArgs
            {
                Items = cors.Methods.ToArray(),
            },
            AccessControlAllowHeaders = new ResponseHeadersPolicyCorsConfigAccessControlAllowHeadersArgs
            {
                Items = cors.Headers.ToArray(),
            },
            AccessControlAllowCredentials = false, // tokens travel in a header that scripts write, not in cookies
            OriginOverride = false, // what the origin says of its own answers stands
        };

    private static ResponseHeadersPolicySecurityHeadersConfigArgs Security(CdnHeaders headers)
    {
        var security = new ResponseHeadersPolicySecurityHeadersConfigArgs
        {
            StrictTransportSecurity = new ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs
            {
                AccessControlMaxAgeSec = headers.HstsDays * DaySeconds,
                IncludeSubdomains = true,
                Preload = headers.HstsPreload,
                Override = true,
            },
            ContentTypeOptions = new ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs { Override = true },
            FrameOptions = new ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs
            {
                FrameOption = "DENY",
                Override = true,
            },
            ReferrerPolicy = new ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs
            {
                ReferrerPolicy = headers.ReferrerPolicy,
                Override = true,
            },
        };
        if (headers.ContentSecurityPolicy is { } policy)
            security.ContentSecurityPolicy = new ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs
            {
                ContentSecurityPolicy = policy,
                Override = true,
            };
        return security;
    }
}
