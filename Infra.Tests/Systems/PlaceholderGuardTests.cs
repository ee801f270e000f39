using Infra.Settings;
using Infra.Systems;
using Infra.Tests.Settings;
using Pulumi;

namespace Infra.Tests.Systems;

public sealed class PlaceholderGuardTests
{
    private const string Zeros = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    [Test]
    public void Every_placeholder_of_the_committed_stack_files_is_refused_at_once()
    {
        var committed = new
        {
            edge = new { domain = "idp.example.com", hostedZoneId = "Z00000000000000000000" },
            service = new { enabled = true, image = Zeros },
            jobs = new { image = Zeros, migrationImage = Zeros },
        };

        Assert.That(
            () => PlaceholderGuard.Check(Load(committed), isPreview: false),
            Throws
                .TypeOf<RunException>()
                .With.Message.EqualTo(
                    """
                    prod: 6 problems
                      aws:allowedAccountIds: got 111111111111, want the account of the stack; this one is an example
                      settings.edge.domain: got idp.example.com, want a host of your own; this one is an example
                      settings.edge.hostedZoneId: got Z00000000000000000000, want the zone of the domain; this one is an example
                      settings.service.image: got a digest of zeros, want the digest or tag of an image that was pushed; push it and write that, or set service.enabled: false until it is there
                      settings.jobs.image: got a digest of zeros, want the digest or tag of an image that was pushed; push it and write that, or leave it out until it is there
                      settings.jobs.migrationImage: got a digest of zeros, want the digest or tag of an image that was pushed; push it and write that, or leave it out until it is there
                    """
                )
        );
    }

    [Test]
    public void A_preview_takes_them() =>
        Assert.That(() => PlaceholderGuard.Check(Load(new { }), isPreview: true), Throws.Nothing);

    [Test]
    public void A_first_deployment_without_images_is_let_through() =>
        Assert.That(
            () =>
                PlaceholderGuard.Check(
                    Load(
                        new
                        {
                            edge = new { domain = "idp.my-example.com", hostedZoneId = "Z0123456789ABCDEFGHIJ" },
                            service = new { enabled = false, image = Zeros },
                        },
                        account: "210987654321"
                    ),
                    isPreview: false
                ),
            Throws.Nothing
        );

    private static LoadedStack Load(object settings, string account = "111111111111") =>
        StackLoader.Load(StackFile.Of("prod", settings, ("aws:allowedAccountIds", $"[\"{account}\"]")), out _)!;
}
