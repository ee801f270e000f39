using System.Collections.Immutable;
using Infra.Security;
using Infra.Validation;
using Pulumi;

namespace Infra.Edge;

/// <summary>
/// What a CDN and its origins know and nobody else. It lives in the state of the stack, encrypted, and nowhere else: no program reads it, so
/// it needs no place in Secrets Manager.
/// <para>
/// To replace it without turning anybody away: raise the version and accept the previous one, deploy; accept the previous one no longer,
/// deploy. Replaced in one step, requests fail until the new header is at every edge of the world.
/// </para>
/// </summary>
internal sealed class OriginSecret : ComponentResource
{
    // 256 bits. WAF compares 200 bytes at most, a rule of a load balancer 128 characters.
    private const int Length = 43;

    /// <summary>What the CDN adds.</summary>
    public OriginHeader Sent { get; }

    /// <summary>Of these an origin asks for one.</summary>
    public ImmutableArray<OriginHeader> Accepted { get; }

    /// <summary>Makes the secret.</summary>
    public OriginSecret(string name, OriginSecretArgs args, ComponentResourceOptions? options = null)
        : base("idp:edge:OriginSecret", name, options)
    {
        args.Validate().ThrowIfAny(this);

        Sent = Header(name, args, args.Version);
        Accepted = args.AcceptPrevious ? [Sent, Header(name, args, args.Version - 1)] : [Sent];
        RegisterOutputs();
    }

    // Named by its version, so that the one before stays what it was.
    private OriginHeader Header(string name, OriginSecretArgs args, int version) =>
        new(args.HeaderName, GeneratedPassword.Make($"{name}-origin-v{version}-password", Length, new() { Parent = this }));
}
