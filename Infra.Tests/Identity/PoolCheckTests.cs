using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolCheckTests
{
    [Test]
    public void A_sound_pool_has_no_problems() => Assert.That(Problems(Args()), Is.Empty);

    [Test]
    public void A_required_second_factor_excludes_passkeys() =>
        Assert.That(
            Problems(Args() with { Mfa = PoolMfa.Required }).Single(),
            Does.StartWith("mfa: got required, want optional with passkeys;")
                .And.Contain("MULTI_FACTOR_WITH_USER_VERIFICATION, which the provider cannot set yet")
        );

    [Test]
    public void Nobody_is_asked_for_a_second_factor_that_cannot_exist()
    {
        var args = Args() with { Mfa = PoolMfa.Off };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(args).Single(),
                Is.EqualTo(
                    "threats.highRisk: got mfa-required, want block while mfa is off; nobody has a second factor to ask for"
                )
            );
            Assert.That(Problems(args with { Threats = new() { HighRisk = HighRiskAction.Block } }), Is.Empty);
            Assert.That(Problems(args with { Threats = new() { Mode = ThreatProtection.Audit } }), Is.Empty);
        }
    }

    [Test]
    public void Sign_ins_are_written_down_only_where_risks_are_measured() =>
        Assert.That(
            Problems(Args() with { Threats = new() { Mode = ThreatProtection.Off } }).Single(),
            Does.StartWith("logs.signIns: got true, want false while threat protection is off;")
        );

    [Test]
    public void Passkeys_need_a_client_that_lets_people_choose() =>
        Assert.That(
            Problems(Args() with { Clients = Keyed<PoolClient>("web", Web with { Flows = [AuthFlow.Srp] }) }).Single(),
            Does.StartWith("passkeys: got no client with flow choice, want one; ALLOW_USER_AUTH")
        );

    [Test]
    public void Passkeys_belong_to_a_host() =>
        Assert.That(
            Problems(Args() with { Passkeys = new() { RelyingParty = "https://app.example.com" } }).Single(),
            Does.StartWith("passkeys.relyingParty: got https://app.example.com, want a host name such as app.example.com;")
        );

    [Test]
    public void Clients_need_a_domain_and_scopes_that_exist()
    {
        var machine = Args().Clients.Add("machine", new MachineClient { Scopes = ["api/delete"] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(Args() with { Domain = null }).Single(),
                Does.StartWith("domain: got nothing, want a prefix or a host while there are clients;")
            );
            Assert.That(
                Problems(Args() with { Clients = machine, ResourceServers = Keyed("api", Api) }).Single(),
                Does.StartWith("clients.machine.scopes: got api/delete, want api/read or api/write;")
            );
            Assert.That(
                Problems(Args() with { Clients = Keyed<PoolClient>("web", Web with { Scopes = ["openid", "api/read"] }) })
                    .Single(),
                Does.StartWith("clients.web.scopes: got api/read, want a scope of a resource server;")
            );
        }
    }

    [Test]
    public void Attributes_are_what_Cognito_takes()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                With(new("custom:plan")),
                Does.StartWith("attributes.custom:plan.name: got custom:plan, want a name without prefix;")
            );
            Assert.That(
                With(new("aNameOfMoreThan20Chars")),
                Does.Contain(".name: got aNameOfMoreThan20Chars, want a name of 1 to 20")
            );
            Assert.That(With(new("sub")), Does.Contain("characters other than sub;"));
            Assert.That(
                With(new("plan") { Required = true }),
                Does.StartWith("attributes.plan.required: got true, want false for a custom attribute;")
            );
            Assert.That(
                With(new("locale") { Type = PoolAttributeType.Number }),
                Does.StartWith("attributes.locale.type: got Number, want String for a standard attribute;")
            );
            Assert.That(
                With(new("plan") { MinLength = 3, MaxLength = 2 }),
                Does.StartWith("attributes.plan.maxLength: got 3 to 2, want")
            );
            Assert.That(With(new("given_name")), Does.StartWith("attributes.given_name: got 2 of the name, want one;"));
            Assert.That(
                Problems(Args() with { Attributes = [new("email") { Mutable = false }] }).Single(),
                Does.StartWith("attributes.email: got email, want email, mutable;")
            );
        }
    }

    [Test]
    public void Parts_say_what_is_wrong_with_them()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(
                        Args() with
                        {
                            Password = new() { TemporaryDays = 0, HistorySize = 25 },
                        }
                    )
                    .Select(problem => problem.Split(';')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "password.temporaryDays: got 0, want 1 to 365 days",
                        "password.historySize: got 25, want 0 to 24 passwords",
                    }
                )
            );
            Assert.That(
                Problems(Args() with { Groups = Keyed("admin", new PoolGroup(-1, "")) }).Select(problem => problem.Split(';')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "groups.admin.precedence: got -1, want 0 or more",
                        "groups.admin.description: got 0, want 1 to 2048 characters",
                    }
                )
            );
            Assert.That(
                Problems(Args() with { Mail = PoolCase.Mail with { Address = "noreply", SenderName = "A <b>" } })
                    .Select(problem => problem.Split(',')[0]),
                Is.EqualTo(new[] { "mail.address: got noreply", "mail.senderName: got A <b>" })
            );
            Assert.That(
                Problems(
                        Args() with
                        {
                            ResourceServers = Keyed("api", new PoolResourceServer { Identifier = "", Scopes = Keyed("a b", "") }),
                        }
                    )
                    .Select(problem => problem.Split(',')[0]),
                Is.EqualTo(
                    new[]
                    {
                        "resourceServers.api.identifier: got an empty text",
                        "resourceServers.api.scopes.a b: got a b",
                        "resourceServers.api.scopes.a b: got an empty text",
                    }
                )
            );
        }
    }

    private static string With(PoolAttribute attribute) =>
        Problems(Args() with { Attributes = [.. Args().Attributes, attribute] }).Single();
}
