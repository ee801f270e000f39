using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Review.Model.Aws;

/// <summary>One policy that says what a role may do: an inline one, or one of the stack's own that is attached.</summary>
/// <param name="Source">The resource that holds it.</param>
/// <param name="IsUnknown">Whether its text is known only after the deployment.</param>
/// <param name="Statements">What it says.</param>
internal sealed record IdentityPolicy(Resource Source, bool IsUnknown, ImmutableArray<Statement> Statements)
{
    private const string Inline = "aws:iam/rolePolicy:RolePolicy";
    private const string Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
    private const string Managed = "aws:iam/policy:Policy";

    private static readonly ConditionalWeakTable<Resource, List<IdentityPolicy>> Known = [];

    /// <summary>The policies of a role, wherever they are written.</summary>
    public static IReadOnlyList<IdentityPolicy> Of(Resource role) => Known.GetValue(role, static role => [.. Find(role)]);

    /// <summary>What a role is granted.</summary>
    public static IEnumerable<Statement> GrantsOf(Resource role) =>
        Of(role).SelectMany(policy => policy.Statements).Where(statement => statement.Allows);

    /// <summary>The ARNs of policies attached to a role, AWS's own ones too.</summary>
    public static IEnumerable<string> AttachedTo(Resource role) =>
        role.ReferredBy(Attachment, "role")
            .Select(attachment => attachment["policyArn"].Text)
            .OfType<string>()
            .Concat(role["managedPolicyArns"].Texts);

    private static IEnumerable<IdentityPolicy> Find(Resource role)
    {
        foreach (var policy in role.ReferredBy(Inline, "role"))
            yield return Read(policy);
        foreach (var policy in role["inlinePolicies"].Items.Select(inline => inline["policy"].Json()))
            yield return new(role, policy.IsUnknown, Statement.In(policy));
        var attached = role.ReferredBy(Attachment, "role").SelectMany(attachment => attachment.Referred("policyArn", Managed));
        foreach (var policy in attached.Concat(role.Referred("managedPolicyArns", Managed)).Distinct())
            yield return Read(policy);
    }

    private static IdentityPolicy Read(Resource policy) =>
        new(policy, policy.Json("policy").IsUnknown, Statement.Of(policy, "policy"));
}
