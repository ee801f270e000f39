using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolDomainsTests
{
    private const string Domain = "aws:cognito/userPoolDomain:UserPoolDomain";
    private const string Branding = "aws:cognito/managedLoginBranding:ManagedLoginBranding";
    private const string Record = "aws:route53/record:Record";

    private static readonly PoolDomain Own = new()
    {
        Host = "auth.example.com",
        CertificateArn = "arn:certificate",
        HostedZoneId = "Z1",
    };

    [Test]
    public async Task A_prefix_has_managed_pages_with_a_look_for_each_application_of_people()
    {
        var run = await RunAsync(
            Args() with
            {
                ResourceServers = Keyed("api", Api),
                Clients = Args().Clients.Add("machine", new MachineClient { Scopes = ["api/read"] }),
            }
        );

        var domain = run.One(Domain);
        var branding = run.One(Branding);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(domain.Inputs["domain"], Is.EqualTo("taskflow-prod-1a2b3c4d"));
            Assert.That(domain.Inputs["userPoolId"], Is.EqualTo("id:id-pool"));
            Assert.That(domain.Inputs["managedLoginVersion"], Is.EqualTo(2));
            Assert.That(domain.Inputs, Does.Not.ContainKey("certificateArn"));
            Assert.That(branding.Name, Is.EqualTo("id-pages-web"));
            Assert.That(branding.Inputs["clientId"], Is.EqualTo("id:id-client-web"));
            Assert.That(branding.Inputs["useCognitoProvidedValues"], Is.True);
            Assert.That(run.All(Record), Is.Empty);
        }
    }

    [Test]
    public async Task A_host_of_our_own_has_a_certificate_and_points_to_the_pages()
    {
        var run = await RunAsync(Args() with { Domain = Own });

        var domain = run.One(Domain);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(domain.Inputs["domain"], Is.EqualTo("auth.example.com"));
            Assert.That(domain.Inputs["certificateArn"], Is.EqualTo("arn:certificate"));
            Assert.That(
                run.All(Record)
                    .Select(record => $"{record.Name} {record.Inputs["zoneId"]} {record.Inputs["name"]} {record.Inputs["type"]}"),
                Is.EquivalentTo(new[] { "id-domain-a Z1 auth.example.com A", "id-domain-aaaa Z1 auth.example.com AAAA" })
            );
            Assert.That(
                run.All(Record).Select(record => record.Json("aliases")),
                Is.All.EqualTo(
                    """[{"evaluateTargetHealth":false,"name":"distribution:id-domain","zoneId":"distribution-zone:id-domain"}]"""
                )
            );
        }
    }

    [Test]
    public async Task Somebody_else_may_point_the_host_there()
    {
        var run = await RunAsync(Args() with { Domain = Own with { HostedZoneId = null } });

        Assert.That(run.All(Record), Is.Empty);
    }

    [Test]
    public async Task The_old_pages_have_no_look()
    {
        var run = await RunAsync(Args() with { Domain = Args().Domain! with { ManagedLogin = false } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Domain).Inputs["managedLoginVersion"], Is.EqualTo(1));
            Assert.That(run.All(Branding), Is.Empty);
        }
    }

    [TestCase("my-aws-app", "a word without aws in it")]
    [TestCase("amazonas", "a word without amazon in it")]
    [TestCase("Shop", "1 to 63 small letters, digits and hyphens, none at either end")]
    [TestCase("-shop", "1 to 63 small letters, digits and hyphens, none at either end")]
    public void Words_that_AWS_keeps_or_hosts_cannot_have_are_refused(string prefix, string want) =>
        Assert.That(
            new PoolDomain { Prefix = prefix }
                .Validate()
                .Single()
                .ToString(),
            Does.StartWith($"prefix: got {prefix}, want {want};")
        );

    [Test]
    public void A_place_is_one_place_and_whole()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Refused(new()), Does.StartWith("prefix: got nothing, want a prefix or a host;"));
            Assert.That(Refused(Own with { Prefix = "shop" }), Does.StartWith("prefix: got shop, want a prefix or a host;"));
            Assert.That(
                Refused(Own with { CertificateArn = null }),
                Does.StartWith("certificateArn: got nothing, want a certificate of us-east-1 for auth.example.com;")
            );
            Assert.That(Refused(Own with { Host = "https://auth" }), Does.StartWith("host: got https://auth, want a host name"));
            Assert.That(
                Refused(new() { Prefix = "shop", HostedZoneId = "Z1" }),
                Does.StartWith("hostedZoneId: got Z1, want none without host;")
            );
        }
    }

    [Test]
    public void The_prefix_of_a_stack_is_sound_and_that_of_no_other_account()
    {
        var prefix = PoolDomain.PrefixOf(TestStacks.Dev);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prefix, Does.Match("^idp-server-dev-[0-9a-f]{8}$"));
            Assert.That(PoolDomain.PrefixOf(TestStacks.Dev with { AccountId = "222222222222" }), Is.Not.EqualTo(prefix));
            Assert.That(PoolDomain.PrefixProblem(prefix), Is.Null);
        }
    }

    private static string Refused(PoolDomain domain) => domain.Validate().Single().ToString();
}
