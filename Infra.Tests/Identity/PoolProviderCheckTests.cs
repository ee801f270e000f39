using Infra.Identity;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolProviderCheckTests
{
    private static readonly PoolProvider Line = SocialProviders.Line("id", "secret");

    [TestCase("LINE"), TestCase("X-Twitter"), TestCase("a2345678901234567890123456789012")]
    public void Names_that_Cognito_takes_are_fine(string name) =>
        Assert.That(Problems(Args() with { Providers = Keyed(name, Line) }), Is.Empty);

    [TestCase("X"), TestCase("X1"), TestCase("X (Twitter)"), TestCase("my_line"), TestCase("a23456789012345678901234567890123")]
    public void Others_are_refused(string name) =>
        Assert.That(
            Problems(Args() with { Providers = Keyed(name, Line) }),
            Is.EqualTo(
                new[]
                {
                    $"providers.{name}: got {name}, want 3 to 32 characters without spaces and underscores; Cognito takes no other name",
                }
            )
        );

    [Test]
    public void Google_is_called_Google() =>
        Assert.That(
            Problems(Args() with { Providers = Keyed("Goggle", SocialProviders.Google("id", "secret")) }),
            Is.EqualTo(new[] { "providers.Goggle: got Goggle, want Google; Cognito knows it by this name only" })
        );

    [Test]
    public void What_is_mapped_must_be_writable_at_every_sign_in()
    {
        var args = Args() with
        {
            Providers = Keyed("LINE", Line),
            Attributes =
            [
                new("email") { Required = true },
                new("name") { Mutable = false },
                new("picture") { SetByUsers = false },
            ],
        };

        Assert.That(
            Problems(args),
            Is.EqualTo(
                new[]
                {
                    "providers.LINE.attributeMapping.name: got an attribute that cannot be changed, want a mutable one; "
                        + "Cognito writes it at every sign-in and would turn everybody away the second time",
                    "providers.LINE.attributeMapping.picture: got an attribute that users may not set, want one that they may; "
                        + "it is written in the name of the client",
                }
            )
        );
    }

    [Test]
    public void Where_clients_write_only_what_is_named_the_mapped_attributes_are_named()
    {
        var args = Args() with
        {
            Providers = Keyed("LINE", Line),
            Attributes = [new("email"), new("name"), new("organizationId") { SetByUsers = false }],
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Problems(args),
                Is.EqualTo(
                    new[]
                    {
                        "providers.LINE.attributeMapping.picture: got an attribute that the pool does not name, want one of its attributes; "
                            + "clients of this pool write only what is named; add the attribute",
                    }
                )
            );
            Assert.That(Problems(args with { Attributes = args.Attributes.Add(new("picture")) }), Is.Empty);
        }
    }

    [Test]
    public void No_service_vouches_for_an_address_where_addresses_are_aliases()
    {
        var vouching = Line with { AttributeMapping = Line.AttributeMapping.Add("email_verified", "email_verified") };
        var args = Args() with { Providers = Keyed("LINE", vouching) };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Problems(args), Is.Empty);
            Assert.That(
                Problems(args with { SignInName = SignInName.UserNameOrEmail }),
                Is.EqualTo(
                    new[]
                    {
                        "providers.LINE.attributeMapping.email_verified: got a claim, want none where addresses are aliases; "
                            + "whoever vouches for an address would take it over from the account that has it",
                    }
                )
            );
        }
    }

    [Test]
    public void Every_required_attribute_is_mapped() =>
        Assert.That(
            Problems(
                Args() with
                {
                    Providers = Keyed("LINE", Line),
                    Attributes = [new("email") { Required = true }, new("nickname") { Required = true }],
                }
            ),
            Is.EqualTo(
                new[]
                {
                    "providers.LINE.attributeMapping.nickname: got nothing, want a claim for each required attribute; "
                        + "Cognito lets nobody in whose required attributes it does not get",
                }
            )
        );
}
