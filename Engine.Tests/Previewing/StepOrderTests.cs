using Engine.Model;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

public sealed class StepOrderTests
{
    private const string Pet = "random:index/randomPet:RandomPet";

    [Test]
    public async Task Whatever_the_order_of_registration_the_plan_is_the_same_and_in_order()
    {
        var names = Enumerable.Range(0, 12).Select(i => $"pet-{i:00}").ToArray();
        var forward = await PlanAsync(names);
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var shuffled = names.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.That(await PlanAsync(shuffled), Is.EqualTo(forward));
        }
        Assert.That(forward[0], Is.EqualTo(FakeProgram.Stack));
    }

    [Test]
    public async Task Every_resource_comes_after_what_it_depends_on()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var first = await program.RegisterAsync(Pet, "z");
            var second = await program.RegisterAsync(Pet, "m", more: request => request.Dependencies.Add(first.Urn));
            await program.RegisterAsync(Pet, "a", more: request => request.DeletedWith = second.Urn);
            var part = await program.RegisterComponentAsync("zz:z:Part", "zz");
            await program.RegisterAsync(Pet, "child", more: request => request.Parent = part.Urn);
        });

        var order = result.Plan.Steps.Select(step => Urns.Name(step.Urn)).ToList();
        Assert.That(order.IndexOf("z"), Is.LessThan(order.IndexOf("m")));
        Assert.That(order.IndexOf("m"), Is.LessThan(order.IndexOf("a")));
        Assert.That(order.IndexOf("zz"), Is.LessThan(order.IndexOf("child")));
        Assert.That(order.IndexOf("default_4_21_2"), Is.LessThan(order.IndexOf("z")));
    }

    private static async Task<List<string>> PlanAsync(string[] names)
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            foreach (var name in names)
                await program.RegisterAsync(Pet, name, Map(("length", 2)));
        });
        return [.. result.Plan.Steps.Select(step => step.Urn)];
    }
}
