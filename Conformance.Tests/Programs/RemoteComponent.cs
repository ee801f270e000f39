using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class RemoteComponent
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new());
            var arguments = new RepositoryArgs
            {
                Name = pet.Id,
                ForceDelete = true,
                Tags =
                {
                    ["plain"] = "p",
                    ["secret"] = Output.CreateSecret("s"),
                    ["unknown"] = pet.Id,
                },
            };
            var repository = new Repository("repository", arguments);
            new RandomPet("after", new() { Prefix = repository.Url }, new() { DependsOn = { repository } });
            new RandomPet("child", new(), new() { Parent = repository });
        });

    private sealed class RepositoryArgs : ResourceArgs
    {
        [Input("name")]
        public Input<string>? Name { get; set; }

        [Input("forceDelete")]
        public Input<bool>? ForceDelete { get; set; }

        [Input("tags")]
        private InputMap<string>? _tags;
        public InputMap<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }
    }

    private sealed class Repository(string name, RepositoryArgs arguments)
        : ComponentResource("awsx:ecr:Repository", name, arguments, new() { Version = "3.9.0" }, remote: true)
    {
        [Output("url")]
        public Output<string> Url { get; private set; } = null!;
    }
}
