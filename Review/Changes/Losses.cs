using Engine.Planning;

namespace Review.Changes;

/// <summary>What the steps of a plan destroy: data of the types that hold some, and certificates by which others are reached.</summary>
internal sealed class Losses(Downstream downstream)
{
    private const string Certificate = "aws:acm/certificate:Certificate";

    private static readonly HashSet<string> Served = new(StringComparer.Ordinal)
    {
        "aws:apigateway/domainName:DomainName",
        "aws:cloudfront/distribution:Distribution",
        "aws:cognito/userPoolDomain:UserPoolDomain",
        "aws:lb/listener:Listener",
        "aws:lb/listenerCertificate:ListenerCertificate",
    };

    /// <summary>What a step loses; nothing where what it takes away can simply be made again, or stays.</summary>
    public string? Of(PlanStep step)
    {
        if (step.Internal || step.Op is not (StepOp.Replace or StepOp.Delete) || step.Old is { RetainOnDelete: true })
            return null;
        if (step.State.Type != Certificate)
            return StatefulTypes.Loss(step.State.Type);
        // What it proves was proved once: a certificate that nobody uses is no loss.
        var used = downstream
            .Of(step.Urn)
            .Where(after => Served.Contains(after.State.Type))
            .Select(after => after.State)
            .ToList();
        return used.Count == 0 ? null : $"HTTPS of {Nouns.Count(used)}, until the new one is proved";
    }
}
