using Pulumi;
using Pulumi.Aws.CloudFront;

namespace Infra.Edge;

/// <summary>
/// The function that answers the paths of an application in the browser with its one page. Custom error pages would do it for the whole
/// distribution and turn every 403 and 404 of an API into a page with status 200.
/// </summary>
internal static class CdnAppRoutes
{
    /// <summary>When it runs: before the cache is looked at.</summary>
    public const string Event = "viewer-request";

    /// <summary>The program. A path whose last part has a dot names a file.</summary>
    public const string Code = """
        function handler(event) {
          var request = event.request;
          var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
          if (last.indexOf('.') < 0) {
            request.uri = '/index.html';
          }
          return request;
        }
        """;

    /// <summary>Makes the function.</summary>
    /// <returns>Its ARN.</returns>
    public static Output<string> Make(string name, CdnDistributionArgs args, ComponentResource parent) =>
        new Function(
            $"{name}-app-routes",
            new()
            {
                Name = args.Context.Label.Cdn("app-routes"),
                Comment = "Paths of the application are its one page",
                Runtime = "cloudfront-js-2.0",
                Code = Code.ReplaceLineEndings("\n"),
                Publish = true,
                Tags = args.Context.Label.NameTag("app-routes"),
            },
            new() { Parent = parent }
        ).Arn;
}
