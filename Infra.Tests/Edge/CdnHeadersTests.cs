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

    private static async Task<MockResourceArgs> OneAsync(CdnHeaders headers) =>
        (await CdnCase.RunAsync(CdnCase.Args() with { Headers = headers })).One(
            "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"
        );
}
