using System.Collections.Immutable;
using Infra.Edge;
using Pulumi;

namespace Infra.Tests.Edge;

/// <summary>What a distribution refuses, and what it says then.</summary>
public sealed class CdnRefusalTests
{
    private static IEnumerable<TestCaseData> Wrong =>
        [
            Case(
                "a stack of another region",
                args => args with { Context = TestStacks.Prod },
                "context.region: got ap-northeast-1, want us-east-1; use GlobalEdge.In(context) and a provider of that region"
            ),
            Case(
                "a host without a certificate",
                args => args with { CertificateArn = null },
                "certificateArn: got nothing, want a certificate for app.example.com; CloudFront takes no alias without one; make it in us-east-1"
            ),
            Case(
                "a certificate without a host",
                args => args with { Domains = [], HostedZoneId = null },
                "domains: got an empty list, want the hosts of the certificate; or leave the certificate out"
            ),
            Case(
                "a zone without a host",
                args => args with { Domains = [], CertificateArn = null },
                "domains: got an empty list, want the hosts to point here in the zone; or remove hostedZoneId"
            ),
            Case(
                "a host twice",
                args => args with { Domains = ["app.example.com", "app.example.com"] },
                "domains: got app.example.com twice, want each host once; remove one"
            ),
            Case(
                "a server that anybody can reach",
                args => args with { Origins = [CdnCase.App with { Header = null }, CdnCase.Site] },
                "origins.app.header: got nothing, want the header of an OriginSecret; everybody could go around the CDN and its firewall"
            ),
            Case(
                "a server in the clear in a protected stack",
                args => args with { Origins = [CdnCase.App with { Kind = CdnOriginKind.Http }, CdnCase.Site] },
                "origins.app.kind: got http, want https while protect is true; tokens would travel in the clear: set a domain"
            ),
            Case(
                "a header for a bucket",
                args => args with { Origins = [CdnCase.App, CdnCase.Site with { Header = CdnCase.Header }] },
                "origins.site.header: got X-Origin-Verify, want none for a bucket; S3 knows the distribution by its signature"
            ),
            Case(
                "a path with a slash at the end",
                args => args with { Origins = [CdnCase.App with { Path = "/prod/" }, CdnCase.Site] },
                "origins.app.path: got /prod/, want a path that begins with / and ends without; for example /prod"
            ),
            Case(
                "an answer that takes too long",
                args => args with { Origins = [CdnCase.App with { ReadTimeoutSeconds = 61 }, CdnCase.Site] },
                "origins.app.readTimeoutSeconds: got 61, want 1 to 60; AWS gives more only on request"
            ),
            Case(
                "an origin that nobody asks",
                args => args with { Behaviours = [new("*", "site")] },
                "origins.app: got no behaviour, want one that asks it; or leave the origin out"
            ),
            Case(
                "an origin twice",
                args => args with { Origins = [CdnCase.App, CdnCase.App, CdnCase.Site] },
                "origins: got app twice, want each id once; rename one"
            ),
            Case(
                "an origin that is not there",
                args => args with { Behaviours = args.Behaviours.Add(new("/x", "sight")) },
                "behaviours[/x].origin: got sight, want app or site; a row names an origin by its id"
            ),
            Case(
                "a path twice",
                args => args with { Behaviours = args.Behaviours.Insert(0, new("/api/*", "app")) },
                "behaviours: got /api/* twice, want each path once; the second would never be reached"
            ),
            Case(
                "no row for the rest",
                args => args with { Behaviours = args.Behaviours.SetItem(2, new("/site/*", "site")) },
                "behaviours: got /api/*, /public/* and /site/*, want * among them; something must take what no other does"
            ),
            Case(
                "a path without a slash",
                args => args with { Behaviours = args.Behaviours.Insert(0, new("api", "app")) },
                "behaviours[api].path: got api, want *, or a pattern of 255 characters at most that begins with /;"
            ),
            Row(
                "answers for one person that are kept",
                new("/x", "app") { Forward = CdnRequestPolicy.AllViewerExceptHost, Cache = CdnCachePolicy.Optimized },
                "behaviours[/x].cache: got CachingOptimized, want CachingDisabled where AllViewerExceptHostHeader forwards who is signed in; "
                    + "one person's answer would be given to another"
            ),
            Row(
                "an API that is kept",
                new("/x", "app") { Methods = CdnMethods.All, Cache = CdnCachePolicy.OriginDecidesByQuery },
                "behaviours[/x].cache: got UseOriginCacheControlHeaders-QueryStrings, want CachingDisabled where everything may be done;"
            ),
            Row(
                "paths of an application before a server",
                new("/x", "app") { AppRoutes = true },
                "behaviours[/x].appRoutes: got true, want false before a server; it knows its paths itself"
            ),
            Row(
                "writing into a bucket",
                new("/x", "site") { Methods = CdnMethods.All },
                "behaviours[/x].methods: got all, want read before a bucket; the distribution may only read there"
            ),
            Row(
                "the host of the viewer before a bucket",
                new("/x", "site") { Forward = CdnRequestPolicy.AllViewer },
                "behaviours[/x].forward: got AllViewer, want CORS-S3Origin or none before a bucket; S3 would refuse the signature"
            ),
            Row(
                "the host of the viewer as a key before a bucket",
                new("/x", "site") { Cache = CdnCachePolicy.OriginDecidesByQuery },
                "behaviours[/x].cache: got UseOriginCacheControlHeaders-QueryStrings, want CachingOptimized before a bucket; S3 would refuse the signature"
            ),
            Case(
                "a price class that is none",
                args => args with { PriceClass = "PriceClass_300" },
                "priceClass: got PriceClass_300, want PriceClass_100, PriceClass_200 or PriceClass_All; CloudFront sells no other"
            ),
            Case(
                "an old TLS",
                args => args with { MinimumTls = "TLSv1" },
                "minimumTls: got TLSv1, want TLSv1.2_2021, TLSv1.2_2025 or TLSv1.3_2025; older ones are not safe"
            ),
            Case(
                "no log",
                args => args with { LogRetentionDays = 0 },
                "logRetentionDays: got 0, want 1 or more; what is not kept needs no bucket"
            ),
            Case(
                "a root with a slash",
                args => args with { DefaultRootObject = "/index.html" },
                "defaultRootObject: got /index.html, want a name without / before it; for example index.html"
            ),
            Case(
                "a promise of no time",
                args => args with { Headers = new() { HstsDays = 0 } },
                "headers.hstsDays: got 0, want 1 to 3650;"
            ),
            Case(
                "a promise too short to be shipped",
                args =>
                    args with
                    {
                        Headers = new() { HstsDays = 364, HstsPreload = true },
                    },
                "headers.hstsDays: got 364, want 365 or more while hstsPreload is true; browsers' lists ask for it"
            ),
            Case(
                "a policy of nothing",
                args => args with { Headers = new() { ContentSecurityPolicy = "" } },
                "headers.contentSecurityPolicy: got an empty text, want a policy; or leave it out"
            ),
            Case(
                "telling others what was asked",
                args => args with { Headers = new() { ReferrerPolicy = "unsafe-url" } },
                "headers.referrerPolicy: got unsafe-url, want no-referrer, same-origin, strict-origin or strict-origin-when-cross-origin;"
            ),
        ];

    [Test]
    public void A_sound_distribution_has_no_problem() => Assert.That(CdnCase.Args().Validate(), Is.Empty);

    [TestCaseSource(nameof(Wrong))]
    public void It_is_refused(object change, string text)
    {
        var args = ((Func<CdnDistributionArgs, CdnDistributionArgs>)change)(CdnCase.Args());

        Assert.That(args.Validate().Select(problem => problem.ToString()).Single(), Does.StartWith(text));
    }

    [Test]
    public void A_certificate_of_another_region_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CdnDistributionCheck.Certificate("certificateArn", "arn:aws:acm:us-east-1:1:certificate/1"), Is.Null);
            Assert.That(
                CdnDistributionCheck.Certificate("certificateArn", "arn:aws:acm:ap-northeast-1:1:certificate/1")!.ToString(),
                Is.EqualTo(
                    "certificateArn: got arn:aws:acm:ap-northeast-1:1:certificate/1, want a certificate in us-east-1; "
                        + "CloudFront takes none of another region"
                )
            );
        }
    }

    [Test]
    public async Task A_refusal_names_the_component_and_every_problem()
    {
        var bad = CdnCase.Args() with { PriceClass = "all", MinimumTls = "SSLv3" };

        var error = await Assert.ThrowsAsync<RunException>(() => CdnCase.RunAsync(bad));

        Assert.That(error!.Message, Does.Contain("CdnDistribution 'app': 2 problems in its args"));
    }

    private static TestCaseData Row(string name, CdnBehaviour row, string text) =>
        Case(name, args => args with { Behaviours = args.Behaviours.Insert(0, row) }, text);

    private static TestCaseData Case(string name, Func<CdnDistributionArgs, CdnDistributionArgs> change, string text) =>
        new TestCaseData(change, text).SetArgDisplayNames(name);
}
