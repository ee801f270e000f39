using System.Text.RegularExpressions;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>Which TLS policies of load balancers are good enough: TLS 1.2 and 1.3 with forward secrecy and nothing older.</summary>
internal static partial class TlsPolicy
{
    /// <summary>The oldest that is accepted; what Japan's and most banks' clients still speak.</summary>
    public const string Default = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>What is wrong with a policy; nothing when it is good enough.</summary>
    public static Problem? Problem(string path, string policy) =>
        Good().IsMatch(policy)
            ? null
            : new(
                path,
                policy,
                $"{Default} or a newer one without Ext, 1-0 or 1-1",
                "older ones accept TLS 1.0 or ciphers without forward secrecy"
            );

    // Res: authenticated ciphers only. FIPS and PQ (post-quantum key exchange) are variants of the same.
    [GeneratedRegex(@"\AELBSecurityPolicy-TLS13-1-[23](-Res)?(-FIPS)?(-PQ)?-20\d\d-\d\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex Good();
}
