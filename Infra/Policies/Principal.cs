using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Infra.Policies;

/// <summary>Who a statement is about.</summary>
/// <param name="Kind"><c>AWS</c> for accounts and identities, <c>Service</c> for AWS services, <c>Federated</c> for identity providers.</param>
/// <param name="Ids">Their ARNs or names.</param>
internal sealed record Principal(string Kind, ImmutableArray<string> Ids)
{
    /// <summary>An account: every identity in it whose own policies allow the same.</summary>
    public static Principal Account(string arn) => new("AWS", [arn]);

    /// <summary>Services of AWS acting for themselves.</summary>
    public static Principal Services(params ImmutableArray<string> names) => new("Service", names);

    /// <summary>Whoever an identity provider of the account vouches for; only together with conditions on whom.</summary>
    public static Principal Federated(string providerArn) => new("Federated", [providerArn]);

    /// <summary>Anybody; only for statements that forbid.</summary>
    public static Principal Anybody { get; } = new("AWS", ["*"]);

    /// <summary>The principal as AWS reads it.</summary>
    public JsonObject ToJson() => new() { [Kind] = PolicyDocument.List(Ids) };
}
