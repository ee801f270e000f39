using Infra.Edge;
using Pulumi;

namespace Infra.Tests.Edge;

public sealed class CdnOriginTests
{
    [Test]
    public async Task A_server_is_asked_over_TLS_1_2_with_the_header() =>
        Assert.That(
            await WrittenAsync(CdnCase.App with { Path = "/prod", ReadTimeoutSeconds = 45 }),
            Is.EqualTo(
                """
                {"customHeaders":[{"name":"X-Origin-Verify","value":"told-to-nobody"}],
                "customOriginConfig":{"httpPort":80,"httpsPort":443,"originProtocolPolicy":"https-only","originReadTimeout":45,
                "originSslProtocols":["TLSv1.2"]},
                "domainName":"origin.app.example.com","originId":"app","originPath":"/prod"}
                """.ReplaceLineEndings("")
            )
        );

    [Test]
    public async Task Without_a_certificate_a_server_is_asked_in_the_clear_but_with_the_header()
    {
        var written = await WrittenAsync(CdnCase.App with { Kind = CdnOriginKind.Http }, protect: false);

        Assert.That(written, Does.Contain("\"originProtocolPolicy\":\"http-only\"").And.Contain("\"name\":\"X-Origin-Verify\""));
    }

    [Test]
    public async Task A_bucket_is_asked_with_signed_requests()
    {
        var run = await CdnCase.RunAsync(CdnCase.Args());

        var access = run.One("aws:cloudfront/originAccessControl:OriginAccessControl").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                CanonicalJson.Of(run.One(CdnCase.Distribution).Inputs["origins"])![1]!.ToJsonString(),
                Is.EqualTo(
                    """{"domainName":"site-bucket.s3.ap-northeast-1.amazonaws.com","originAccessControlId":"id:app-bucket-access","originId":"site"}"""
                )
            );
            Assert.That(access["originAccessControlOriginType"], Is.EqualTo("s3"));
            Assert.That(access["signingBehavior"], Is.EqualTo("always"));
            Assert.That(access["signingProtocol"], Is.EqualTo("sigv4"));
            Assert.That(access["name"], Is.EqualTo("idp-server-bucket-access"));
        }
    }

    [Test]
    public async Task A_new_header_is_sent_only_when_it_is_accepted()
    {
        var accepted = new TaskCompletionSource<string>();
        var origin = CdnCase.App with { AcceptedBy = Output.Create(accepted.Task) };
        var run = CdnCase.RunAsync(Only(origin));

        await Task.WhenAny(run, Task.Delay(200));
        Assert.That(run.IsCompleted, Is.False);

        accepted.SetResult("arn:rule");
        Assert.That((await run).One(CdnCase.Distribution).Json("origins"), Does.Contain("\"value\":\"told-to-nobody\""));
    }

    private static async Task<string> WrittenAsync(CdnOrigin origin, bool protect = true)
    {
        var run = await CdnCase.RunAsync(Only(origin) with { Protect = protect });
        var origins = CanonicalJson.Of(run.One(CdnCase.Distribution).Inputs["origins"])!.AsArray();
        return origins.Single()!.ToJsonString();
    }

    private static CdnDistributionArgs Only(CdnOrigin origin) =>
        CdnCase.Args() with
        {
            Origins = [origin],
            Behaviours = [new("*", origin.Id)],
        };
}
