using System.Text.Json.Nodes;
using Infra.Edge;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class CdnDistributionTests
{
    [Test]
    public async Task Everybody_is_served_over_new_protocols_behind_the_firewall()
    {
        var cdn = await OneAsync(CdnCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cdn.Inputs["enabled"], Is.True);
            Assert.That(cdn.Inputs["isIpv6Enabled"], Is.True);
            Assert.That(cdn.Inputs["httpVersion"], Is.EqualTo("http2and3"));
            Assert.That(cdn.Inputs["priceClass"], Is.EqualTo("PriceClass_200"));
            Assert.That(cdn.Inputs["webAclId"], Is.EqualTo("arn:acl"));
            Assert.That(cdn.Inputs["waitForDeployment"], Is.True);
            Assert.That(cdn.Json("restrictions"), Is.EqualTo("""{"geoRestriction":{"restrictionType":"none"}}"""));
            Assert.That(cdn.NameTag(), Is.EqualTo("idp-server-cdn"));
        }
    }

    [Test]
    public async Task A_host_has_its_certificate_and_speaks_TLS_1_2_at_least()
    {
        var cdn = await OneAsync(CdnCase.Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cdn.Texts("aliases"), Is.EqualTo(new[] { "app.example.com" }));
            Assert.That(
                cdn.Json("viewerCertificate"),
                Is.EqualTo(
                    """{"acmCertificateArn":"arn:aws:acm:us-east-1:111111111111:certificate/1","minimumProtocolVersion":"TLSv1.2_2021","sslSupportMethod":"sni-only"}"""
                )
            );
        }
    }

    [Test]
    public async Task Without_a_host_people_use_that_of_CloudFront()
    {
        CdnDistribution? cdn = null;
        var args = CdnCase.Args() with { Domains = [], CertificateArn = null, HostedZoneId = null };
        var run = await Sandbox.RunAsync(() => cdn = new CdnDistribution("app", args));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(CdnCase.Distribution).Json("viewerCertificate"),
                Is.EqualTo("""{"cloudfrontDefaultCertificate":true}""")
            );
            Assert.That(await OutputUtilities.GetValueAsync(cdn!.Url), Is.EqualTo("https://domain:app-cdn"));
            Assert.That(run.All("aws:route53/record:Record"), Is.Empty);
        }
    }

    [Test]
    public async Task The_host_is_pointed_here_for_both_kinds_of_addresses()
    {
        var records = (await CdnCase.RunAsync(CdnCase.Args())).All("aws:route53/record:Record").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                records.Select(record =>
                    $"{record.Name} {record.Inputs["zoneId"]} {record.Inputs["name"]} {record.Inputs["type"]}"
                ),
                Is.EquivalentTo(
                    new[]
                    {
                        "app-alias-app.example.com-ipv4 Z1 app.example.com A",
                        "app-alias-app.example.com-ipv6 Z1 app.example.com AAAA",
                    }
                )
            );
            foreach (var record in records)
                Assert.That(
                    record.Json("aliases"),
                    Is.EqualTo("""[{"evaluateTargetHealth":false,"name":"domain:app-cdn","zoneId":"hosted-zone:app-cdn"}]""")
                );
        }
    }

    [Test]
    public async Task Neighbours_get_what_they_need()
    {
        CdnDistribution? cdn = null;
        await Sandbox.RunAsync(() => cdn = new CdnDistribution("app", CdnCase.Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(cdn!.DomainName), Is.EqualTo("domain:app-cdn"));
            Assert.That(await OutputUtilities.GetValueAsync(cdn.Arn), Is.EqualTo("arn:app-cdn"));
            Assert.That(await OutputUtilities.GetValueAsync(cdn.Id), Is.EqualTo("id:app-cdn"));
            Assert.That(await OutputUtilities.GetValueAsync(cdn.HostedZoneId), Is.EqualTo("hosted-zone:app-cdn"));
            Assert.That(await OutputUtilities.GetValueAsync(cdn.Url), Is.EqualTo("https://app.example.com"));
        }
    }

    [Test]
    public async Task Errors_are_not_kept_for_the_next_person()
    {
        var errors = CanonicalJson.Of((await OneAsync(CdnCase.Args())).Inputs["customErrorResponses"])!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                errors.Select(error => (int)(double)error!["errorCode"]!),
                Is.EqualTo(new[] { 400, 403, 404, 405, 414, 500, 501, 502, 503, 504 })
            );
            Assert.That(errors.Select(error => (double)error!["errorCachingMinTtl"]!), Is.All.Zero);
            // A page here would also stand in for the errors of an API.
            Assert.That(errors.Select(error => error!.AsObject().ContainsKey("responsePagePath")), Is.All.False);
        }
    }

    [Test]
    public async Task An_origin_that_is_away_is_excused_by_a_page_of_a_bucket()
    {
        var args = CdnCase.Args() with
        {
            Behaviours = CdnCase.Args().Behaviours.Insert(0, new("/errors/*", "site") { Cache = CdnCachePolicy.Optimized }),
            ErrorPage = new("/errors/unavailable.json"),
        };

        var errors = CanonicalJson.Of((await OneAsync(args)).Inputs["customErrorResponses"])!.AsArray();

        Assert.That(
            errors
                .Where(error => error!.AsObject().ContainsKey("responsePagePath"))
                .Select(error =>
                    $"{error!["errorCode"]} {error["responseCode"]} {error["responsePagePath"]} {error["errorCachingMinTtl"]}"
                ),
            Is.EqualTo(
                new[]
                {
                    "502 502 /errors/unavailable.json 0",
                    "503 503 /errors/unavailable.json 0",
                    "504 504 /errors/unavailable.json 0",
                }
            )
        );
    }

    [TestCase(
        "/errors/unavailable.json",
        502,
        "errorPage.path: got /errors/unavailable.json, want a path below a row of a bucket"
    )]
    [TestCase("/api/unavailable.json", 502, "errorPage.path: got /api/unavailable.json, want a path below a row of a bucket")]
    [TestCase("/files/unavailable.json", 418, "errorPage.codes: got 418, want 400, 403, 404")]
    public void A_page_that_nobody_could_get_is_refused(string path, int code, string problem)
    {
        var args = CdnCase.Args() with
        {
            Behaviours = CdnCase.Args().Behaviours.Insert(0, new("/files/*", "site")),
            ErrorPage = new(path) { Codes = [code] },
        };

        Assert.That(args.Validate().Single().ToString(), Does.StartWith(problem));
    }

    [Test]
    public async Task Rows_become_behaviours_in_their_order()
    {
        var cdn = await OneAsync(CdnCase.Args());

        var ordered = CanonicalJson.Of(cdn.Inputs["orderedCacheBehaviors"])!.AsArray();
        Assert.That(
            ordered.Append(CanonicalJson.Of(cdn.Inputs["defaultCacheBehavior"])).Select(Line),
            Is.EqualTo(
                new[]
                {
                    "/api/* app DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT cache 4135ea2d-6df8-44a3-9df3-4b5a84be39ad "
                        + "forward 216adef6-5c7f-47e4-b989-5492eafa07d3 https-only",
                    "/public/* app GET,HEAD,OPTIONS cache 4cc15a8a-d715-48a4-82b8-cc0b614638fe forward  redirect-to-https",
                    " site GET,HEAD cache 658327ea-f89d-4fab-a63d-7e88639e58f6 forward  redirect-to-https "
                        + "viewer-request arn:app-app-routes",
                }
            )
        );
    }

    [Test]
    public async Task Every_row_compresses_keeps_reads_only_and_tells_browsers_to_be_careful()
    {
        var cdn = await OneAsync(CdnCase.Args());

        var rows = CanonicalJson.Of(cdn.Inputs["orderedCacheBehaviors"])!.AsArray().ToList();
        using (Assert.EnterMultipleScope())
        {
            foreach (var row in rows.Append(CanonicalJson.Of(cdn.Inputs["defaultCacheBehavior"])))
            {
                Assert.That((bool)row!["compress"]!, Is.True);
                Assert.That(row["cachedMethods"]!.ToJsonString(), Is.EqualTo("""["GET","HEAD"]"""));
                Assert.That((string?)row["responseHeadersPolicyId"], Is.EqualTo("id:app-headers"));
            }
        }
    }

    private static string Line(JsonNode? row)
    {
        var function = row!["functionAssociations"]?[0];
        var runs = function is null ? "" : $" {function["eventType"]} {function["functionArn"]}";
        return $"{row["pathPattern"]} {row["targetOriginId"]} {string.Join(',', row["allowedMethods"]!.AsArray())} cache "
            + $"{row["cachePolicyId"]} forward {row["originRequestPolicyId"]} {row["viewerProtocolPolicy"]}{runs}";
    }

    private static async Task<MockResourceArgs> OneAsync(CdnDistributionArgs args) =>
        (await CdnCase.RunAsync(args)).One(CdnCase.Distribution);
}
