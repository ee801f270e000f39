using Infra.Identity;
using Pulumi;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class CognitoPoolTests
{
    [Test]
    public async Task People_sign_in_by_an_address_that_is_verified_and_written_in_any_capitals()
    {
        var pool = (await RunAsync(Args())).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Inputs["name"], Is.EqualTo("taskflow-prod"));
            Assert.That(pool.NameTag(), Is.EqualTo("taskflow-users"));
            Assert.That(pool.Texts("usernameAttributes"), Is.EqualTo(new[] { "email" }));
            Assert.That(pool.Inputs, Does.Not.ContainKey("aliasAttributes"));
            Assert.That(pool.Texts("autoVerifiedAttributes"), Is.EqualTo(new[] { "email" }));
            Assert.That(pool.Json("usernameConfiguration"), Is.EqualTo("""{"caseSensitive":false}"""));
            Assert.That(pool.Json("adminCreateUserConfig"), Is.EqualTo("""{"allowAdminCreateUserOnly":false}"""));
            Assert.That(
                pool.Json("userAttributeUpdateSettings"),
                Is.EqualTo("""{"attributesRequireVerificationBeforeUpdates":["email"]}""")
            );
            Assert.That(
                pool.Json("accountRecoverySetting"),
                Is.EqualTo("""{"recoveryMechanisms":[{"name":"verified_email","priority":1}]}""")
            );
        }
    }

    [Test]
    public async Task By_a_user_name_too_when_the_system_says_so_and_only_by_invitation()
    {
        var pool = (await RunAsync(Args() with { SignInName = SignInName.UserNameOrEmail, SelfSignUp = false, Name = null })).One(
            Pool
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Inputs["name"], Is.EqualTo("taskflow-users"));
            Assert.That(pool.Texts("aliasAttributes"), Is.EqualTo(new[] { "email" }));
            Assert.That(pool.Inputs, Does.Not.ContainKey("usernameAttributes"));
            Assert.That(pool.Json("adminCreateUserConfig"), Is.EqualTo("""{"allowAdminCreateUserOnly":true}"""));
        }
    }

    [Test]
    public async Task Passwords_have_twelve_characters_of_all_classes()
    {
        var pool = (await RunAsync(Args())).One(Pool);
        var remembering = (
            await RunAsync(
                Args() with
                {
                    Password = new() { MinimumLength = 16, HistorySize = 5 },
                }
            )
        ).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pool.Json("passwordPolicy"),
                Is.EqualTo(
                    """{"minimumLength":12,"requireLowercase":true,"requireNumbers":true,"requireSymbols":true,"requireUppercase":true,"temporaryPasswordValidityDays":3}"""
                )
            );
            Assert.That(
                remembering.Json("passwordPolicy"),
                Does.Contain("\"minimumLength\":16").And.Contain("\"passwordHistorySize\":5").And.Contain("ValidityDays\":7")
            );
        }
    }

    [TestCase(PoolMfa.Off, "OFF")]
    [TestCase(PoolMfa.Optional, "OPTIONAL")]
    [TestCase(PoolMfa.Required, "ON")]
    public async Task A_second_factor_is_an_app_and_never_a_text_message(object mfa, string expected)
    {
        var args = Args() with
        {
            Mfa = (PoolMfa)mfa,
            Passkeys = null,
            Threats = new() { Mode = ThreatProtection.Audit },
        };

        var pool = (await RunAsync(args)).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Inputs["mfaConfiguration"], Is.EqualTo(expected));
            Assert.That(
                pool.Inputs.ContainsKey("softwareTokenMfaConfiguration") ? pool.Json("softwareTokenMfaConfiguration") : null,
                Is.EqualTo(mfa is PoolMfa.Off ? null : """{"enabled":true}""")
            );
            Assert.That(pool.Inputs.Keys, Has.None.StartsWith("sms"));
        }
    }

    [TestCase(
        ThreatProtection.Audit,
        """{"advancedSecurityAdditionalFlows":{"customAuthMode":"AUDIT"},"advancedSecurityMode":"AUDIT"}"""
    )]
    [TestCase(
        ThreatProtection.Enforced,
        """{"advancedSecurityAdditionalFlows":{"customAuthMode":"ENFORCED"},"advancedSecurityMode":"ENFORCED"}"""
    )]
    [TestCase(ThreatProtection.Off, """{"advancedSecurityMode":"OFF"}""")]
    public async Task Threats_are_met_as_said_also_in_custom_sign_ins(object mode, string expected)
    {
        var pool = (
            await RunAsync(
                Args() with
                {
                    Threats = new() { Mode = (ThreatProtection)mode },
                    Logs = null,
                }
            )
        ).One(Pool);

        Assert.That(pool.Json("userPoolAddOns"), Is.EqualTo(expected));
    }

    [Test]
    public async Task Every_text_attribute_says_its_lengths()
    {
        var pool = (
            await RunAsync(Args() with { Attributes = [.. Args().Attributes, new("age") { Type = PoolAttributeType.Number }] })
        ).One(Pool);

        const string Text = """
            "stringAttributeConstraints":{"maxLength":"2048","minLength":"0"}
            """;
        Assert.That(
            pool.Json("schemas"),
            Is.EqualTo(
                "["
                    + $$"""{"attributeDataType":"String","developerOnlyAttribute":false,"mutable":true,"name":"email","required":true,{{Text}}},"""
                    + $$"""{"attributeDataType":"String","developerOnlyAttribute":false,"mutable":true,"name":"given_name","required":false,{{Text}}},"""
                    + $$"""{"attributeDataType":"String","developerOnlyAttribute":false,"mutable":true,"name":"family_name","required":false,{{Text}}},"""
                    + $$"""{"attributeDataType":"String","developerOnlyAttribute":false,"mutable":true,"name":"organizationId","required":false,{{Text}}},"""
                    + """{"attributeDataType":"Number","developerOnlyAttribute":false,"mutable":true,"name":"age","numberAttributeConstraints":{},"required":false}]"""
            )
        );
    }

    [Test]
    public async Task Devices_are_remembered_when_people_agree()
    {
        var pool = (await RunAsync(Args())).One(Pool);
        var without = (await RunAsync(Args() with { Devices = null })).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pool.Json("deviceConfiguration"),
                Is.EqualTo("""{"challengeRequiredOnNewDevice":true,"deviceOnlyRememberedOnUserPrompt":true}""")
            );
            Assert.That(without.Inputs, Does.Not.ContainKey("deviceConfiguration"));
        }
    }

    [Test]
    public async Task Passkeys_are_a_first_factor_beside_the_password()
    {
        var pool = (await RunAsync(Args())).One(Pool);
        var without = (await RunAsync(Args() with { Passkeys = null })).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pool.Json("signInPolicy"), Is.EqualTo("""{"allowedFirstAuthFactors":["PASSWORD","WEB_AUTHN"]}"""));
            Assert.That(
                pool.Json("webAuthnConfiguration"),
                Is.EqualTo("""{"relyingPartyId":"app.example.com","userVerification":"required"}""")
            );
            Assert.That(without.Inputs, Does.Not.ContainKey("signInPolicy").And.Not.ContainKey("webAuthnConfiguration"));
        }
    }

    [Test]
    public async Task Behind_managed_pages_of_our_own_passkeys_belong_to_their_host()
    {
        var domain = new PoolDomain { Host = "auth.app.example.com", CertificateArn = "arn:certificate" };

        var managed = (await RunAsync(Args() with { Domain = domain })).One(Pool);
        var old = (await RunAsync(Args() with { Domain = domain with { ManagedLogin = false } })).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(managed.Json("webAuthnConfiguration"), Does.Contain("\"auth.app.example.com\""));
            Assert.That(old.Json("webAuthnConfiguration"), Does.Contain("\"app.example.com\""));
        }
    }

    [Test]
    public async Task Mail_goes_through_SES_under_the_name_of_the_system()
    {
        var pool = (await RunAsync(Args())).One(Pool);
        var without = (await RunAsync(Args() with { Mail = null })).One(Pool);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                pool.Json("emailConfiguration"),
                Is.EqualTo(
                    """{"configurationSet":"taskflow-mail","emailSendingAccount":"DEVELOPER","fromEmailAddress":"TaskFlow <noreply@app.example.com>","sourceArn":"arn:identity"}"""
                )
            );
            Assert.That(without.Json("emailConfiguration"), Is.EqualTo("""{"emailSendingAccount":"COGNITO_DEFAULT"}"""));
        }
    }

    [TestCase(true, "ACTIVE")]
    [TestCase(false, "INACTIVE")]
    public async Task Deletion_is_refused_where_the_stack_is_protected(bool protect, string expected) =>
        Assert.That(
            (await RunAsync(Args() with { Protect = protect })).One(Pool).Inputs["deletionProtection"],
            Is.EqualTo(expected)
        );

    [Test]
    public async Task Groups_have_a_precedence_and_a_description()
    {
        var run = await RunAsync(
            Args() with
            {
                Groups = Keyed("admin", new PoolGroup(1, "Administrators")).Add("user", new(10, "Everybody else")),
            }
        );

        var groups = run.All("aws:cognito/userGroup:UserGroup").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                groups.Select(group =>
                    $"{group.Name} {group.Inputs["name"]} {group.Inputs["precedence"]} {group.Inputs["description"]}"
                ),
                Is.EquivalentTo(new[] { "id-group-admin admin 1 Administrators", "id-group-user user 10 Everybody else" })
            );
            Assert.That(groups.Select(group => group.Inputs["userPoolId"]), Is.All.EqualTo("id:id-pool"));
        }
    }

    [Test]
    public async Task A_web_ACL_stands_in_front_where_one_is_given()
    {
        var association = (await RunAsync(Args() with { WebAclArn = "arn:acl" })).One(
            "aws:wafv2/webAclAssociation:WebAclAssociation"
        );

        Assert.That(
            (association.Inputs["webAclArn"], association.Inputs["resourceArn"]),
            Is.EqualTo(((object)"arn:acl", (object)"arn:id-pool"))
        );
    }

    [Test]
    public async Task A_name_that_Cognito_does_not_take_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Name = "shop/users" }));

        Assert.That(error!.Message, Does.Contain("name of a user pool: got shop/users"));
    }

    [Test]
    public async Task A_refusal_names_the_component_and_every_problem()
    {
        var error = await Assert.ThrowsAsync<RunException>(() =>
            RunAsync(
                Args() with
                {
                    Password = new() { MinimumLength = 6 },
                    Domain = new() { Prefix = "my-cognito" },
                }
            )
        );

        Assert.That(
            error!.Message,
            Does.Contain("CognitoPool 'id': 2 problems in its args")
                .And.Contain("password.minimumLength: got 6, want 8 to 99 characters;")
                .And.Contain("domain.prefix: got my-cognito, want a word without cognito in it;")
        );
    }
}
