using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Aliases
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var old = new Area("old");
            const string Former = "urn:pulumi:dev::conformance::random:index/randomPet:RandomPet::former";
            new RandomPet("by-urn", new(), new() { Aliases = { new Alias { Urn = Former } } });
            new RandomPet("by-name", new(), new() { Aliases = { new Alias { Name = "former-name" } } });
            new RandomPet("by-type", new(), new() { Aliases = { new Alias { Type = "random:index/randomId:RandomId" } } });
            new RandomPet("by-parent", new(), new() { Aliases = { new Alias { Parent = old } } });
            const string Gone = "urn:pulumi:dev::conformance::conf:index:Area::gone";
            new RandomPet("by-parent-urn", new(), new() { Parent = old, Aliases = { new Alias { ParentUrn = Gone } } });
            new RandomPet("no-parent", new(), new() { Parent = old, Aliases = { new Alias { NoParent = true } } });
            var several = new CustomResourceOptions
            {
                Aliases =
                {
                    new Alias { Name = "one" },
                    new Alias { Name = "two", Type = "a:b:C" },
                    new Alias { Stack = "prod", Project = "shop" },
                },
            };
            new RandomPet("several", new(), several);
            new RandomPet("late", new(), new() { Aliases = { Output.Create(new Alias { Name = "from-an-output" }) } });
            var component = new ComponentResourceOptions
            {
                Aliases =
                {
                    new Alias { Name = "former-area" },
                    new Alias { Type = "conf:old:Area" },
                },
            };
            new Area("component", component);
        });

    private sealed class Area : ComponentResource
    {
        public Area(string name, ComponentResourceOptions? options = null)
            : base("conf:index:Area", name, options)
        {
            new RandomPet($"{name}-child", new(), new() { Parent = this });
            new RandomPet($"{name}-moved", new(), new() { Parent = this, Aliases = { new Alias { NoParent = true } } });
            RegisterOutputs();
        }
    }
}
