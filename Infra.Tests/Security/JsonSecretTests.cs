using System.Collections.Immutable;
using Infra.Security;
using Infra.Tests.Policies;
using Pulumi;

namespace Infra.Tests.Security;

public sealed class JsonSecretTests
{
    [Test]
    public async Task A_secret_is_encrypted_with_the_key_and_holds_its_values_as_JSON()
    {
        var run = await RunAsync(Args());

        var secret = run.One("aws:secretsmanager/secret:Secret");
        var version = run.One("aws:secretsmanager/secretVersion:SecretVersion");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(secret.Inputs["name"], Is.EqualTo("idp-server/thing"));
            Assert.That(secret.Inputs["description"], Is.EqualTo("A thing"));
            Assert.That(secret.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(secret.Inputs["recoveryWindowInDays"], Is.EqualTo(30));
            Assert.That(secret.NameTag(), Is.EqualTo("idp-server-thing"));
            Assert.That(version.Inputs["secretId"], Is.EqualTo("id:idp-thing-secret"));
            Assert.That(version.Inputs["secretString"], Is.EqualTo("""{"a":"1+/=","b":"2"}"""));
        }
    }

    [Test]
    public async Task Nobody_outside_the_account_and_nobody_without_TLS_reaches_it()
    {
        var policy = (await RunAsync(Args())).One("aws:secretsmanager/secretPolicy:SecretPolicy");

        var statements = PolicyReading.Statements(policy.Inputs["policy"]);
        var outside = statements["NobodyOutsideTheAccount"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(policy.Inputs["secretArn"], Is.EqualTo("arn:idp-thing-secret"));
            Assert.That(policy.Inputs["blockPublicPolicy"], Is.True);
            Assert.That(
                statements.Values.Select(statement => statement.GetProperty("Effect").GetString()),
                Is.All.EqualTo("Deny")
            );
            Assert.That(
                outside.Texts("Condition", "StringNotEquals", "aws:PrincipalAccount"),
                Is.EqualTo(new[] { "111111111111" })
            );
            Assert.That(outside.Texts("Condition", "Bool", "aws:PrincipalIsAWSService"), Is.EqualTo(new[] { "false" }));
            Assert.That(
                statements["NeverInTheClear"].Texts("Condition", "Bool", "aws:SecureTransport"),
                Is.EqualTo(new[] { "false" })
            );
        }
    }

    [TestCase("neuraKnot-dev-db-password"), TestCase("neuraKnot-prod-oauth-credentials"), TestCase("finsight/prod/db")]
    public async Task A_source_may_name_it_otherwise(string name)
    {
        var secret = (await RunAsync(Args() with { Name = name })).One("aws:secretsmanager/secret:Secret");

        Assert.That((secret.Inputs["name"], secret.NameTag()), Is.EqualTo(((object?)name, "idp-server-thing")));
    }

    [Test]
    public async Task A_name_that_ends_like_an_ARN_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Name = "finsight/prod/db-secret" }));

        Assert.That(
            error!.Message,
            Does.Contain("name: got finsight/prod/db-secret, want a name that ends otherwise than in a hyphen and six characters")
        );
    }

    [Test]
    public async Task A_name_that_Secrets_Manager_does_not_take_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Name = "finsight prod" }));

        Assert.That(error!.Message, Does.Contain("name of a secret: got finsight prod"));
    }

    [TestCase(6), TestCase(1), TestCase(31), TestCase(-1)]
    public void A_recovery_window_that_AWS_does_not_know_is_refused(int days) =>
        Assert.That((Args() with { RecoveryDays = days }).Validate().Single().Path, Is.EqualTo("recoveryDays"));

    [TestCase(0), TestCase(7), TestCase(30)]
    public void Others_are_fine(int days) => Assert.That((Args() with { RecoveryDays = days }).Validate(), Is.Empty);

    [Test]
    public async Task A_secret_without_values_is_refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Values = Args().Values.Clear() }));

        Assert.That(error!.Message, Does.Contain("JsonSecret 'idp-thing': 1 problem in its args\n  values: got an empty map"));
    }

    private static JsonSecretArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "thing",
            Description = "A thing",
            KeyArn = "arn:key",
            Values = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("b", "2").Add("a", Output.CreateSecret("1+/=")),
        };

    private static Task<Sandbox> RunAsync(JsonSecretArgs args) => Sandbox.RunAsync(() => _ = new JsonSecret("idp-thing", args));
}
