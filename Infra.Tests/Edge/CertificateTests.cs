using Infra.Edge;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Edge;

public sealed class CertificateTests
{
    private const string Record = "aws:route53/record:Record";

    [Test]
    public async Task A_certificate_is_issued_and_validated_in_the_zone()
    {
        var run = await RunAsync(Args());

        var certificate = run.One("aws:acm/certificate:Certificate");
        var record = run.One(Record);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(certificate.Inputs["domainName"], Is.EqualTo("idp.example.com"));
            Assert.That(certificate.Inputs["validationMethod"], Is.EqualTo("DNS"));
            Assert.That(record.Name, Is.EqualTo("idp-validation-idp.example.com"));
            Assert.That(record.Inputs["zoneId"], Is.EqualTo("Z1"));
            Assert.That(record.Inputs["name"], Is.EqualTo("_acm.idp.example.com"));
            Assert.That(record.Inputs["type"], Is.EqualTo("CNAME"));
            Assert.That(record.Texts("records"), Is.EqualTo(new[] { "_value.idp.example.com" }));
            Assert.That(record.Inputs["allowOverwrite"], Is.True);
        }
    }

    [Test]
    public async Task A_name_and_everything_below_it_share_one_record()
    {
        var run = await RunAsync(
            Args() with
            {
                AlternativeNames = ["*.idp.example.com", "login.example.com", "idp.example.com"],
            }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One("aws:acm/certificate:Certificate").Texts("subjectAlternativeNames"),
                Is.EqualTo(new[] { "*.idp.example.com", "login.example.com" })
            );
            Assert.That(
                run.All(Record).Select(record => record.Inputs["name"]),
                Is.EquivalentTo(new[] { "_acm.idp.example.com", "_acm.login.example.com" })
            );
            Assert.That(
                run.One("aws:acm/certificateValidation:CertificateValidation").Texts("validationRecordFqdns"),
                Is.EquivalentTo(new[] { "fqdn:idp-validation-idp.example.com", "fqdn:idp-validation-login.example.com" })
            );
        }
    }

    [Test]
    public async Task It_is_handed_out_only_when_it_is_valid()
    {
        Certificate? certificate = null;
        await Sandbox.RunAsync(() => certificate = new Certificate("idp", Args()));

        var waitsFor = await OutputUtilities.GetDependenciesAsync(certificate!.Arn);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(certificate.Arn), Is.EqualTo("arn:idp-certificate"));
            Assert.That(
                waitsFor.Select(resource => resource.GetResourceName()),
                Is.EqualTo(new[] { "idp-certificate-validation" })
            );
        }
    }

    [Test]
    public async Task One_that_exists_is_taken_as_it_is()
    {
        Certificate? certificate = null;
        var run = await Sandbox.RunAsync(() =>
            certificate = new Certificate("idp", Args() with { HostedZoneId = null, GivenArn = "arn:given" })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(certificate!.Arn), Is.EqualTo("arn:given"));
            Assert.That(run.Registered.Select(resource => resource.Type), Has.None.StartsWith("aws:"));
        }
    }

    [Test]
    public async Task Without_a_zone_nothing_can_be_issued()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { HostedZoneId = null }));

        Assert.That(
            error!.Message,
            Does.Contain("Certificate 'idp': 1 problem in its args")
                .And.Contain("hostedZoneId: got nothing, want the Route 53 zone of idp.example.com;")
        );
    }

    [Test]
    public void A_given_certificate_has_its_names() =>
        Assert.That(
            (Args() with { GivenArn = "arn:given", AlternativeNames = ["login.example.com"] }).Validate().Single().ToString(),
            Does.StartWith("alternativeNames: got login.example.com, want none beside a given ARN;")
        );

    private static CertificateArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Domain = "idp.example.com",
            HostedZoneId = "Z1",
        };

    private static Task<Sandbox> RunAsync(CertificateArgs args) => Sandbox.RunAsync(() => _ = new Certificate("idp", args));
}
