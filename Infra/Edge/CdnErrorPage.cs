using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Edge;

/// <summary>What people get instead of CloudFront's own page when an origin cannot be reached or gives up.</summary>
/// <param name="Path">Where it is, in a bucket that a row of the table asks: an origin that is down has no page.</param>
internal sealed record CdnErrorPage(string Path)
{
    /// <summary>
    /// The errors that it is for. Default: those of an origin that is away. 500 is not among them, which an application answers itself.
    /// </summary>
    public ImmutableArray<int> Codes { get; init; } = [502, 503, 504];

    /// <summary>What CloudFront or this program refuses.</summary>
    /// <param name="args">The distribution.</param>
    public IEnumerable<Problem> Validate(CdnDistributionArgs args)
    {
        var bucketRows = args
            .Behaviours.Where(row =>
                row.Path != CdnBehaviour.Everything
                && args.Origins.Any(origin => origin.Id == row.Origin && origin.Kind == CdnOriginKind.Bucket)
            )
            .Select(row => row.Path);
        if (!Path.StartsWith('/') || !bucketRows.Any(Serves))
            yield return new(
                "errorPage.path",
                Path,
                "a path below a row of a bucket, such as /errors/unavailable.json with a row /errors/*",
                "CloudFront asks for the page as for anything else"
            );
        foreach (var code in Codes.Where(code => !CdnDistribution.KeptErrors.Contains(code)))
            yield return new(
                "errorPage.codes",
                code,
                Spelling.OneOf([.. CdnDistribution.KeptErrors.Select(known => $"{known}")]),
                "CloudFront replaces no other"
            );
    }

    private bool Serves(string pattern) =>
        pattern == Path || (pattern.EndsWith('*') && Path.StartsWith(pattern[..^1], StringComparison.Ordinal));
}
