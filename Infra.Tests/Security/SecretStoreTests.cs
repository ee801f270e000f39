using System.Text.Json;
using Infra.Security;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Security;

public sealed class SecretStoreTests
{
    [Test]
    public async Task There_is_a_secret_for_each_purpose_with_the_keys_that_its_readers_expect()
    {
        var run = await RunAsync(Args());

        Assert.That(
            run.All("aws:secretsmanager/secret:Secret")
                .Select(s => $"{s.Inputs["name"]}: {string.Join(' ', Values(run, s.Name!).Keys)}"),
            Is.EquivalentTo(
                new[]
                {
                    "idp-server/api-credentials: api_key api_secret encryption_key",
                    "idp-server/db-credentials: admin_password admin_username app_password app_username owner_password owner_username",
                    "idp-server/redis-auth: auth_token",
                }
            )
        );
    }

    [Test]
    public async Task Values_have_the_form_that_the_application_wants()
    {
        var run = await RunAsync(Args());

        var api = Values(run, "idp-api-credentials-secret");
        var database = Values(run, "idp-db-credentials-secret");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Guid.Parse(api["api_key"]).Version, Is.EqualTo(4));
            Assert.That(Convert.FromBase64String(api["encryption_key"]), Has.Length.EqualTo(32));
            Assert.That(api["api_secret"], Has.Length.GreaterThanOrEqualTo(32).And.Not.EqualTo(api["encryption_key"]));
            Assert.That(
                (database["owner_username"], database["admin_username"], database["app_username"]),
                Is.EqualTo(("idp", "idp_admin_user", "idp_app_user"))
            );
            Assert.That(database["app_password"], Is.EqualTo("password:idp-db-app-password"));
            Assert.That(database.Values.Distinct().Count(), Is.EqualTo(database.Count), "no password serves two users");
        }
    }

    [Test]
    public async Task Everything_random_is_made_by_passwords_whose_ids_say_nothing()
    {
        var run = await RunAsync(Args());

        var random = run.Registered.Where(resource => resource.Type!.StartsWith("random:", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(random.Select(resource => resource.Type), Is.All.EqualTo("random:index/randomPassword:RandomPassword"));
            Assert.That(random.Select(resource => resource.Inputs["special"]), Is.All.False);
            Assert.That(
                run.One("random:index/randomPassword:RandomPassword", "idp-redis-auth-password").Inputs["length"],
                Is.EqualTo(64)
            );
        }
    }

    [Test]
    public async Task The_master_password_exists_only_where_RDS_does_not_manage_it()
    {
        SecretStore? managed = null,
            generated = null;
        await Sandbox.RunAsync(() => managed = new SecretStore("idp", Args()));
        var run = await Sandbox.RunAsync(() => generated = new SecretStore("idp", Args() with { MasterPasswordVersion = 3 }));

        var password = run.One("random:index/randomPassword:RandomPassword", "idp-db-master-password");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(managed!.MasterPassword, Is.Null);
            Assert.That(managed.Arns.Keys, Does.Not.Contain("db-master"));
            Assert.That(generated!.Arns.Keys, Does.Contain("db-master"));
            Assert.That(Values(run, "idp-db-master-secret")["username"], Is.EqualTo("idpserver"));
            Assert.That(Values(run, "idp-db-master-secret")["password"], Is.EqualTo("password:idp-db-master-password"));
            Assert.That(((IReadOnlyDictionary<string, object>)password.Inputs["keepers"])["version"], Is.EqualTo("3"));
        }
    }

    [Test]
    public async Task What_it_hands_out_is_secret()
    {
        var secret = false;
        await Sandbox.RunAsync(() =>
        {
            var store = new SecretStore("idp", Args() with { MasterPasswordVersion = 1 });
            secret =
                Output.IsSecretAsync(store.RedisAuthToken).GetAwaiter().GetResult()
                && Output.IsSecretAsync(store.MasterPassword!).GetAwaiter().GetResult();
        });

        Assert.That(secret, Is.True);
    }

    [Test]
    public void A_version_counts_from_one() =>
        Assert.That((Args() with { MasterPasswordVersion = 0 }).Validate().Single().Path, Is.EqualTo("masterPasswordVersion"));

    [Test]
    public async Task A_token_is_handed_out_as_it_stands_in_its_secret()
    {
        SecretStore? store = null;
        var run = await Sandbox.RunAsync(() => store = new SecretStore("idp", Args()));

        Assert.That(
            await OutputUtilities.GetValueAsync(store!.RedisAuthToken),
            Is.EqualTo(Values(run, "idp-redis-auth-secret")["auth_token"])
        );
    }

    private static SortedDictionary<string, string> Values(Sandbox run, string secret)
    {
        var version = run.All("aws:secretsmanager/secretVersion:SecretVersion")
            .Single(v => Equals(v.Inputs["secretId"], $"id:{secret}"));
        return JsonSerializer.Deserialize<SortedDictionary<string, string>>((string)version.Inputs["secretString"])!;
    }

    [Test]
    public async Task A_higher_version_makes_new_passwords_of_those_and_no_others()
    {
        var run = await RunAsync(Args() with { DatabaseUsersVersion = 2, RedisTokenVersion = 3 });

        Assert.That(
            run.All("random:index/randomPassword:RandomPassword")
                .Select(password =>
                    $"{password.Name} {(password.Inputs.TryGetValue("keepers", out var keepers) ? ((IReadOnlyDictionary<string, object>)keepers)["version"] : "-")}"
                ),
            Is.EquivalentTo(
                new[]
                {
                    "idp-api-key-password -",
                    "idp-api-secret-password -",
                    "idp-encryption-key-password -",
                    "idp-db-owner-password 2",
                    "idp-db-admin-password 2",
                    "idp-db-app-password 2",
                    "idp-redis-auth-password 3",
                }
            )
        );
    }

    [Test]
    public void Versions_count_from_one() =>
        Assert.That(
            (Args() with { DatabaseUsersVersion = 0, RedisTokenVersion = -1, MasterPasswordVersion = 0 })
                .Validate()
                .Select(problem => problem.Path),
            Is.EqualTo(new[] { "masterPasswordVersion", "databaseUsersVersion", "redisTokenVersion" })
        );

    private static SecretStoreArgs Args() => new() { Context = TestStacks.Prod, KeyArn = "arn:key" };

    private static Task<Sandbox> RunAsync(SecretStoreArgs args) => Sandbox.RunAsync(() => _ = new SecretStore("idp", args));
}
