using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Options
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var some = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) };
            var all = new CustomTimeouts
            {
                Create = TimeSpan.FromMinutes(5),
                Update = TimeSpan.FromSeconds(90),
                Delete = TimeSpan.FromMinutes(90),
            };
            var resource = new RandomPet("base", new());
            Pet("protect", new() { Protect = true });
            Pet("unprotect", new() { Protect = false });
            Pet("retain", new() { RetainOnDelete = true });
            Pet("ignore", new() { IgnoreChanges = { "prefix", "keepers.a", "keepers[\"b\"]" } });
            Pet("replace-on", new() { ReplaceOnChanges = { "*", "keepers.a" } });
            Pet("delete-first", new() { DeleteBeforeReplace = true });
            Pet("create-first", new() { DeleteBeforeReplace = false });
            Pet("timeouts", new() { CustomTimeouts = all });
            Pet("some-timeouts", new() { CustomTimeouts = some });
            Pet("deleted-with", new() { DeletedWith = resource });
            Pet("secret-outputs", new() { AdditionalSecretOutputs = { "separator", "prefix" } });
            new RandomPet("imported", new() { Length = 2 }, new() { ImportId = "some-imported-pet" });
            Pet("versioned", new() { Version = "4.0.0" });
            Pet("downloaded", new() { PluginDownloadURL = "https://example.com/plugins" });
            new RandomPassword("password", new() { Length = 8 }, new() { AdditionalSecretOutputs = { "id" } });
            new Area("protected-area", new() { Protect = true });
            new Area("retained-area", new() { RetainOnDelete = true });
        });

    private static void Pet(string name, CustomResourceOptions options) => new RandomPet(name, new(), options);

    private sealed class Area : ComponentResource
    {
        public Area(string name, ComponentResourceOptions options)
            : base("conf:index:Area", name, options)
        {
            new RandomPet($"{name}-child", new(), new() { Parent = this });
            new RandomPet($"{name}-loose", new(), new() { Parent = this, Protect = false });
            RegisterOutputs();
        }
    }
}
