using System.Collections.Immutable;
using Infra.Storage;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Edge;

/// <summary>Settings of the bucket in which people's content is. What is in it stays until somebody deletes it.</summary>
internal sealed record ContentBucketSettings
{
    [Setting("How long what was overwritten or deleted can be fetched back.", Unit = "days", Min = 1, Max = 3650)]
    public int NoncurrentDays { get; init; } = 30;

    [Setting("After how long content moves to cheaper disks; 0 for never.", Unit = "days", Min = 0, Max = 3650)]
    public int TransitionDays { get; init; } = 30;

    [Setting(
        "Which disks. STANDARD_IA costs to read and takes nothing earlier than 30 days.",
        Words = [BucketLifecycle.IntelligentTiering, BucketLifecycle.InfrequentAccess]
    )]
    public string TransitionClass { get; init; } = BucketLifecycle.IntelligentTiering;

    [Setting(
        "Sites besides the stack's own that may use it from a browser. A protected stack has none.",
        Form = "sites such as http://localhost:3000"
    )]
    public ImmutableArray<string> MoreCorsOrigins { get; init; } = [];

    /// <summary>A bucket with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="role">What it is called.</param>
    /// <param name="domain">The host of the site that may use it; nothing where there is none.</param>
    /// <param name="keyArn">The key that encrypts what is in it.</param>
    /// <param name="protect">Whether the stack is protected.</param>
    public PrivateBucketArgs ToArgs(StackContext context, string role, string? domain, Input<string> keyArn, bool protect)
    {
        ImmutableArray<string> sites = [.. domain is null ? Array.Empty<string>() : [$"https://{domain}"], .. MoreCorsOrigins];
        return new()
        {
            Context = context,
            Role = role,
            KeyArn = keyArn,
            Cors = sites.IsEmpty ? null : new() { Origins = sites },
            RetentionDays = null,
            RescueDays = NoncurrentDays,
            TransitionDays = TransitionDays == 0 ? null : TransitionDays,
            TransitionClass = TransitionClass,
            Protect = protect,
        };
    }

    /// <summary>What the bounds alone cannot say.</summary>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(bool protect)
    {
        if (protect && !MoreCorsOrigins.IsEmpty)
            yield return new(
                "moreCorsOrigins",
                MoreCorsOrigins,
                "none while protect is true",
                "only the site itself uses people's content in production"
            );
        foreach (var problem in BucketCors.Problems("moreCorsOrigins", MoreCorsOrigins))
            yield return problem;
        if (TransitionDays > 0)
            foreach (var problem in BucketLifecycle.Problems(null, TransitionDays, TransitionClass))
                yield return problem;
    }
}
