using System.Text.Json;
using Pulumi;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Json
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            var pet = new RandomPet("pet", new() { Length = 2 });
            var known = new Dictionary<string, object>
            {
                ["text"] = Output.Create("t"),
                ["list"] = new object[] { 1, Output.Create(2) },
                ["flag"] = true,
            };
            new RandomPet("known", new() { Prefix = Output.JsonSerialize(Output.Create(known)) });
            new RandomPet("secret", new() { Prefix = Serialize("secret", Output.CreateSecret("s")) });
            new RandomPet("unknown", new() { Prefix = Serialize("id", pet.Id) });
            var parsed = Output.JsonDeserialize<JsonElement>(Output.Create("""{"a":"from json"}"""));
            new RandomPet("parsed", new() { Prefix = parsed.Apply(value => value.GetProperty("a").GetString()!) });
        });

    private static Output<string> Serialize(string key, Output<string> value) =>
        Output.JsonSerialize(Output.Create(new Dictionary<string, Output<string>> { [key] = value }));
}
