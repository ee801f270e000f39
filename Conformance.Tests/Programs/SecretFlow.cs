using Pulumi;
using Pulumi.Aws.SecretsManager;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class SecretFlow
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var password = new RandomPassword(
                "password",
                new()
                {
                    Length = 32,
                    Special = false,
                    OverrideSpecial = "!#",
                }
            );
            var secret = new Secret(
                "db",
                new()
                {
                    Name = "conformance/db",
                    RecoveryWindowInDays = 7,
                    Tags = { ["Name"] = "db" },
                }
            );
            var text = Output.JsonSerialize(
                password.Result.Apply(value => new Dictionary<string, string> { ["username"] = "admin", ["password"] = value })
            );
            var version = new SecretVersion("db", new() { SecretId = secret.Id, SecretString = text });
            new SecretVersion("known", new() { SecretId = secret.Arn, SecretString = "known-secret-text" });
            return new Dictionary<string, object?>
            {
                ["arn"] = version.Arn,
                ["password"] = password.Result,
                ["hash"] = password.BcryptHash,
            };
        });
}
