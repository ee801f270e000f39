using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Tests.Previewing;
using Pulumirpc;

namespace Engine.Tests.Monitor;

/// <summary>What children take over from their parents: options, and former names.</summary>
public sealed class InheritanceTests
{
    private const string Pet = "random:index/randomPet:RandomPet";
    private const string Part = "idp:a:Part";
    private const string Prefix = "urn:pulumi:dev::shop::";

    [Test]
    public async Task Children_are_protected_and_retained_like_their_parent_unless_they_say_otherwise()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            await program.RegisterStackAsync();
            var anchor = await program.RegisterAsync(Pet, "anchor");
            var part = await program.RegisterComponentAsync(
                Part,
                "part",
                request => (request.Protect, request.RetainOnDelete, request.DeletedWith) = (true, true, anchor.Urn)
            );
            await program.RegisterAsync(Pet, "like", more: request => request.Parent = part.Urn);
            await program.RegisterAsync(
                Pet,
                "unlike",
                more: request => (request.Parent, request.Protect, request.RetainOnDelete) = (part.Urn, false, false)
            );
        });

        var (like, unlike) = (result.Step("like").New!, result.Step("unlike").New!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((like.Protect, like.RetainOnDelete), Is.EqualTo((true, true)));
            Assert.That((unlike.Protect, unlike.RetainOnDelete), Is.EqualTo((false, false)));
            Assert.That(like.DeletedWith, Is.EqualTo($"{Prefix}{Pet}::anchor"));
            Assert.That(like.Urn, Is.EqualTo($"{Prefix}{Part}${Pet}::like"));
        }
    }

    [Test]
    public async Task An_alias_gives_what_it_does_not_say_from_the_resource_itself()
    {
        var aliases = await AliasesAsync(
            Alias(new Alias.Types.Spec { Name = "old" }),
            Alias(new Alias.Types.Spec { Type = "random:index:Pet" }),
            Alias(
                new Alias.Types.Spec
                {
                    Stack = "test",
                    Project = "store",
                    NoParent = true,
                }
            ),
            Alias(new Alias.Types.Spec { ParentUrn = $"{Prefix}{Part}::p" }),
            new Alias { Urn = $"{Prefix}x:y:Z::w" },
            Alias(new Alias.Types.Spec())
        );

        Assert.That(
            aliases,
            Is.EqualTo(
                new[]
                {
                    $"{Prefix}{Pet}::old",
                    $"{Prefix}random:index:Pet::it",
                    $"urn:pulumi:test::store::{Pet}::it",
                    $"{Prefix}{Part}${Pet}::it",
                    $"{Prefix}x:y:Z::w",
                }
            ),
            "the last one names the resource as it is and so is none"
        );
    }

    [Test]
    public async Task Children_of_a_renamed_parent_are_looked_for_below_its_old_name()
    {
        var seen = new Goals(found: $"{Prefix}{Part}::shop-v1");
        await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                var part = await program.RegisterComponentAsync(
                    "idp:b:Part",
                    "shop-v2",
                    request => request.Aliases.Add(Alias(new Alias.Types.Spec { Name = "shop-v1", Type = Part }))
                );
                await program.RegisterAsync(
                    Pet,
                    "shop-v2-cat",
                    more: request =>
                    {
                        request.Parent = part.Urn;
                        request.Aliases.Add(Alias(new Alias.Types.Spec { Name = "kitten" }));
                    }
                );
            },
            options => options with { Planner = () => seen }
        );

        Assert.That(
            seen.Aliases("shop-v2-cat"),
            Is.EqualTo(
                new[]
                {
                    $"{Prefix}idp:b:Part${Pet}::kitten",
                    $"{Prefix}{Part}${Pet}::shop-v1-cat",
                    $"{Prefix}{Part}${Pet}::kitten",
                }
            )
        );
    }

    private static Alias Alias(Alias.Types.Spec spec) => new() { Spec = spec };

    private static async Task<ImmutableArray<string>> AliasesAsync(params Alias[] aliases)
    {
        var seen = new Goals();
        await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                await program.RegisterAsync(Pet, "it", more: request => request.Aliases.AddRange(aliases));
            },
            options => options with { Planner = () => seen }
        );
        return seen.Aliases("it");
    }

    /// <summary>Remembers the goals; whoever claims <paramref name="found"/> as an alias is known from before.</summary>
    private sealed class Goals(string? found = null) : IPlanner
    {
        private readonly List<ResourceState> _goals = [];

        public ImmutableArray<string> Aliases(string name) => _goals.Single(goal => goal.Name == name).Aliases;

        public PlanStep Register(ResourceState goal, Action<Diagnostic> report)
        {
            _goals.Add(goal);
            var step = new NewStackPlanner().Register(goal, report);
            return found is not null && goal.Aliases.Contains(found)
                ? step with
                {
                    Op = StepOp.Same,
                    Old = goal with { Urn = found },
                }
                : step;
        }

        public IEnumerable<PlanStep> Finish(Action<Diagnostic> report) => [];
    }
}
