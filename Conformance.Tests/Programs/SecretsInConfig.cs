using System.Text.Json;
using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class SecretsInConfig
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var config = new Config();
            var password = config.RequireSecret("password");
            var settings = config.RequireSecretObject<JsonElement>("secretSettings");
            new RandomPet(
                "pet",
                new()
                {
                    Length = config.RequireInt32("count"),
                    Prefix = password,
                    Separator = config.Get("missing") ?? config.Require("plain"),
                    Keepers =
                    {
                        ["flag"] = config.RequireBoolean("flag") ? "on" : "off",
                        ["tier"] = config.RequireObject<JsonElement>("settings").GetProperty("tier").GetString()!,
                        ["other"] = new Config("other").Require("region"),
                        ["inner"] = settings.Apply(s => s.GetProperty("inner").GetString()!),
                    },
                }
            );
            return new Dictionary<string, object?>
            {
                ["plain"] = config.Require("plain"),
                ["password"] = password,
                ["missing"] = config.GetSecret("missing"),
                ["number"] = config.GetSecretInt32("count"),
                ["flag"] = config.GetSecretBoolean("flag"),
            };
        });
}
