using Infra.Hosting;

namespace Infra.Tests.Hosting;

/// <summary>The texts that Amplify reads, byte by byte: it stores them as they are.</summary>
public sealed class SiteTextsTests
{
    [Test]
    public void The_build_installs_what_the_lock_file_says_with_a_maintained_Node() =>
        Assert.That(
            BuildSpec.Of(AmplifyCase.Args()),
            Is.EqualTo(
                """
                version: 1
                frontend:
                  phases:
                    preBuild:
                      commands:
                        - nvm install 22
                        - npm ci --cache .npm --prefer-offline
                    build:
                      commands:
                        - 'npm run build'
                  artifacts:
                    baseDirectory: 'build'
                    files:
                      - '**/*'
                  cache:
                    paths:
                      - '.npm/**/*'

                """.ReplaceLineEndings("\n")
            )
        );

    [Test]
    public void A_command_with_quotes_stays_one_command() =>
        Assert.That(
            BuildSpec.Of(AmplifyCase.Args() with { BuildCommand = "npm run 'a: b'", NodeVersion = 24 }),
            Does.Contain("        - 'npm run ''a: b'''\n").And.Contain("nvm install 24\n")
        );

    [Test]
    public void Nobody_is_put_on_the_lists_of_browsers_unasked() =>
        Assert.That(
            SiteHeaders.Of(new() { HstsPreload = false }),
            Does.Contain("value: 'max-age=63072000; includeSubDomains'\n").And.Not.Contain("Content-Security-Policy")
        );

    [Test]
    public void Browsers_are_told_to_be_careful() =>
        Assert.That(
            SiteHeaders.Of(new() { HstsPreload = true, ContentSecurityPolicy = "default-src 'self'" }),
            Is.EqualTo(
                """
                customHeaders:
                  - pattern: '**'
                    headers:
                      - key: Strict-Transport-Security
                        value: 'max-age=63072000; includeSubDomains; preload'
                      - key: X-Content-Type-Options
                        value: 'nosniff'
                      - key: X-Frame-Options
                        value: 'DENY'
                      - key: Referrer-Policy
                        value: 'strict-origin-when-cross-origin'
                      - key: Permissions-Policy
                        value: 'camera=(), geolocation=(), microphone=()'
                      - key: Content-Security-Policy
                        value: 'default-src ''self'''

                """.ReplaceLineEndings("\n")
            )
        );
}
