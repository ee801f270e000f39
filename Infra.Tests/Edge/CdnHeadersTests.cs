using Infra.Edge;
using Pulumi.Testing;

namespace Infra.Tests.Edge;

public sealed class CdnHeadersTests
{
    [Test]
    public async Task Browsers_are_told_to_be_careful() =>
        Assert.That(
            (await OneAsync(new())).Json("securityHeadersConfig"),
            Is.EqualTo(
                """
                {"contentTypeOptions":{"override":true},"frameOptions":{"frameOption":"DENY","override":true},
                "referrerPolicy":{"override":true,"referrerPolicy":"strict-origin-when-cross-origin"},
                "strictTransportSecurity":{"accessControlMaxAgeSec":63072000,"includeSubdomains":true,"override":true,"preload":false}}
                """.ReplaceLineEndings("")
            )
        );

    [Test]
    public async Task A_policy_of_content_and_a_promise_to_be_shipped_are_switches()
    {
        var headers = await OneAsync(
            new()
            {
                ContentSecurityPolicy = "default-src 'self'",
                HstsPreload = true,
                HstsDays = 365,
            }
        );

        Assert.That(
            headers.Json("securityHeadersConfig"),
            Does.Contain("""{"contentSecurityPolicy":{"contentSecurityPolicy":"default-src 'self'","override":true}""")
                .And.Contain("\"preload\":true")
                .And.Contain("\"accessControlMaxAgeSec\":31536000")
        );
    }

    [Test]
    public async Task Nobody_is_told_which_program_answers() =>
        Assert.That(
            (await OneAsync(new())).Json("removeHeadersConfig"),
            Is.EqualTo("""{"items":[{"header":"Server"},{"header":"X-Powered-By"}]}""")
        );

    [Test]
    public async Task Pages_of_the_site_may_read_what_the_CDN_answers_itself() =>
        Assert.That(
            (await OneAsync(new() { Cors = new("https://www.example.com", ["GET", "PUT"]) })).Json("corsConfig"),
            Is.EqualTo(
                """{"accessControlAllowCredentials":false,"accessControlAllowHeaders":{"items":["Authorization","Content-Type"]},"accessControlAllowMethods":{"items":["GET","PUT"]},"accessControlAllowOrigins":{"items":["https://www.example.com"]},"originOverride":false}"""
            )
        );

    [Test]
    public async Task Nobody_else_may_read_it_by_default() =>
        Assert.That((await OneAsync(new())).Inputs.ContainsKey("corsConfig"), Is.False);

    [TestCase("http://www.example.com")]
    [TestCase("https://www.example.com/")]
    [TestCase("*")]
    public void An_origin_that_no_browser_sends_is_refused(string origin) =>
        Assert.That(
            new CdnHeaders { Cors = new(origin, ["GET"]) }
                .Validate()
                .Single()
                .ToString(),
            Does.StartWith($"cors.origin: got {origin}, want https:// and a host, nothing behind")
        );

    private static async Task<MockResourceArgs> OneAsync(CdnHeaders headers) =>
        (await CdnCase.RunAsync(CdnCase.Args() with { Headers = headers })).One(
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"
        );
}
