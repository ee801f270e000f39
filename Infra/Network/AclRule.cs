using System.Collections.Immutable;

namespace Infra.Network;

/// <summary>One rule of a tier's network ACL. ACLs know no connections: answers to what was let out must be let in by a rule of their own.</summary>
/// <param name="Number">Its place; the first that fits decides.</param>
/// <param name="IsEgress">Whether it lets out; otherwise it lets in.</param>
/// <param name="Block">From or to where.</param>
/// <param name="Ports">First and last port; nothing means every protocol and port.</param>
internal sealed record AclRule(int Number, bool IsEgress, string Block, (int From, int To)? Ports)
{
    // NAT gateways use all of them for connections of their own, 3389 included.
    private static readonly (int, int) Answers = (1024, 65535);

    /// <summary>The rules of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="vpc">The block of the VPC, within which security groups decide.</param>
    /// <param name="dualStack">Whether the public tier answers IPv6 too.</param>
    public static ImmutableArray<AclRule> For(SubnetTier tier, string vpc, bool dualStack) =>
        tier switch
        {
            SubnetTier.Public => dualStack
                ? [.. Within(vpc), .. Open(Anywhere.V4, 110), .. Open(Anywhere.V6, 210)]
                : [.. Within(vpc), .. Open(Anywhere.V4, 110)],
            // Tasks call out by HTTPS only, as their security group says too.
            SubnetTier.App => [.. Within(vpc), new(110, false, Anywhere.V4, Answers), new(110, true, Anywhere.V4, (443, 443))],
            _ => Within(vpc),
        };

    private static ImmutableArray<AclRule> Within(string vpc) => [new(100, false, vpc, null), new(100, true, vpc, null)];

    private static ImmutableArray<AclRule> Open(string block, int number) =>
        [
            new(number, false, block, (443, 443)),
            new(number + 10, false, block, (80, 80)),
            new(number + 20, false, block, Answers),
            new(number, true, block, null),
        ];
}
