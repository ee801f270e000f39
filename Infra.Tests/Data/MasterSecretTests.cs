using System.Text.Json;
using Infra.Data;
using Pulumi;

namespace Infra.Tests.Data;

public sealed class MasterSecretTests
{
    private const string Secret = "aws:secretsmanager/secret:Secret";

    [Test]
    public async Task User_and_password_are_kept_under_the_name_of_the_source()
    {
        var run = await RunAsync(Args() with { Name = "neuraKnot-dev-db-password" });

        var secret = run.One(Secret);
        var values = JsonSerializer.Deserialize<Dictionary<string, string>>(
            (string)run.One("aws:secretsmanager/secretVersion:SecretVersion").Inputs["secretString"]
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(secret.Inputs["name"], Is.EqualTo("neuraKnot-dev-db-password"));
            Assert.That(secret.Inputs["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(secret.Inputs["recoveryWindowInDays"], Is.EqualTo(7));
            Assert.That(
                values,
                Is.EqualTo(
                    new Dictionary<string, string> { ["password"] = "password:idp-master-password", ["username"] = "app_admin" }
                )
            );
        }
    }

    [Test]
    public async Task Without_a_name_it_has_one_of_the_stack() =>
        Assert.That((await RunAsync(Args())).One(Secret).Inputs["name"], Is.EqualTo("idp-server/db-password"));

    [Test]
    public async Task A_higher_version_makes_another_password_and_tells_the_database()
    {
        var version = 0;
        var run = await Sandbox.RunAsync(() => version = new MasterSecret("idp", Args() with { Version = 3 }).Password.Version);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(version, Is.EqualTo(3));
            Assert.That(
                Inputs.Pairs(run.One("random:index/randomPassword:RandomPassword").Inputs["keepers"]),
                Is.EqualTo("version=3")
            );
        }
    }

    [Test]
    public async Task What_is_wrong_is_refused()
    {
        var version = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { Version = 0 }));
        var days = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args() with { RecoveryDays = 3 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(version!.Message, Does.Contain("version: got 0, want 1 or more;"));
            Assert.That(days!.Message, Does.Contain("recoveryDays: got 3, want 0 or 7 to 30;"));
        }
    }

    private static MasterSecretArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            KeyArn = "arn:key",
            Username = "app_admin",
        };

    private static Task<Sandbox> RunAsync(MasterSecretArgs args) => Sandbox.RunAsync(() => _ = new MasterSecret("idp", args));
}
