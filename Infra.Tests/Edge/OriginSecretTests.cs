using Infra.Edge;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class OriginSecretTests
{
    [Test]
    public async Task The_secret_is_random()
    {
        var (secret, run) = await RunAsync(new());

        var password = run.One("random:index/randomPassword:RandomPassword");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(password.Name, Is.EqualTo("app-origin-v1-password"));
            Assert.That(password.Inputs["length"], Is.EqualTo(43));
            Assert.That(password.Inputs["special"], Is.False);
            Assert.That(secret.Sent.Name, Is.EqualTo("X-Origin-Verify"));
            Assert.That(await ValueAsync(secret.Sent), Is.EqualTo("password:app-origin-v1-password"));
            Assert.That(secret.Accepted, Is.EqualTo(new[] { secret.Sent }));
        }
    }

    [Test]
    public async Task It_is_secret_from_the_moment_it_exists()
    {
        var isSecret = false;
        await Sandbox.RunAsync(() =>
            isSecret = Output.IsSecretAsync(new OriginSecret("app", new()).Sent.Value.ToOutput()).GetAwaiter().GetResult()
        );

        Assert.That(isSecret, Is.True);
    }

    [Test]
    public async Task While_it_is_replaced_the_one_before_stays_and_is_accepted_too()
    {
        var (secret, _) = await RunAsync(new() { Version = 3, AcceptPrevious = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ValueAsync(secret.Sent), Is.EqualTo("password:app-origin-v3-password"));
            Assert.That(
                await Task.WhenAll(secret.Accepted.Select(ValueAsync)),
                Is.EqualTo(new[] { "password:app-origin-v3-password", "password:app-origin-v2-password" })
            );
        }
    }

    [Test]
    public async Task Afterwards_the_one_before_is_gone()
    {
        var (_, run) = await RunAsync(new() { Version = 3 });

        Assert.That(
            run.All("random:index/randomPassword:RandomPassword").Select(password => password.Name),
            Is.EqualTo(new[] { "app-origin-v3-password" })
        );
    }

    [TestCase(0, false, "X-Origin-Verify", "version: got 0, want 1 or more; count up from 1")]
    [TestCase(1, true, "X-Origin-Verify", "acceptPrevious: got true, want false in version 1; there is no version before")]
    [TestCase(1, false, "X Origin", "headerName: got X Origin, want letters, digits and hyphens; for example X-Origin-Verify")]
    [TestCase(
        1,
        false,
        "x-amz-origin",
        "headerName: got x-amz-origin, want none of AWS's own; CloudFront refuses it; take X-Origin-Verify"
    )]
    public void What_makes_no_sense_is_refused(int version, bool previous, string header, string text) =>
        Assert.That(
            new OriginSecretArgs
            {
                Version = version,
                AcceptPrevious = previous,
                HeaderName = header,
            }
                .Validate()
                .Single()
                .ToString(),
            Is.EqualTo(text)
        );

    [Test]
    public async Task A_refusal_names_the_component()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(new() { Version = 0 }));

        Assert.That(error!.Message, Does.Contain("OriginSecret 'app': 1 problem in its args"));
    }

    private static Task<string> ValueAsync(OriginHeader header) => OutputUtilities.GetValueAsync(header.Value.ToOutput());

    private static async Task<(OriginSecret Secret, Sandbox Run)> RunAsync(OriginSecretArgs args)
    {
        OriginSecret? secret = null;
        var run = await Sandbox.RunAsync(() => secret = new OriginSecret("app", args));
        return (secret!, run);
    }
}
