using System.Text;
using Infra.Edge;

namespace Infra.Hosting;

/// <summary>What browsers are told with every page, as the YAML that Amplify reads.</summary>
internal static class SiteHeaders
{
    private const int DaySeconds = 86_400;

    /// <summary>The text; its order and form never vary.</summary>
    public static string Of(CdnHeaders headers)
    {
        var preload = headers.HstsPreload ? "; preload" : "";
        var lines = new List<(string Key, string Value)>
        {
            ("Strict-Transport-Security", $"max-age={headers.HstsDays * DaySeconds}; includeSubDomains{preload}"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", headers.ReferrerPolicy),
            ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        };
        if (headers.ContentSecurityPolicy is { } policy)
            lines.Add(("Content-Security-Policy", policy));
        var yaml = new StringBuilder("customHeaders:\n  - pattern: '**'\n    headers:\n");
        foreach (var (key, value) in lines)
            yaml.Append("      - key: ").Append(key).Append("\n        value: ").Append(BuildSpec.Quoted(value)).Append('\n');
        return yaml.ToString();
    }
}
