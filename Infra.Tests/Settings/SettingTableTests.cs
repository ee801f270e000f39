using System.Collections.Immutable;
using System.Text.Json;
using Infra.Settings;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Tests.Settings;

public sealed class SettingTableTests
{
    [Test]
    public void The_entries_are_those_of_the_defaults() =>
        Assert.That(
            Tree.Leaves.Select(leaf => leaf.Path),
            Is.EqualTo(
                new[]
                {
                    "region",
                    "services.backend-go.cpu",
                    "services.backend-go.health.path",
                    "services.python-ai.cpu",
                    "services.python-ai.health.path",
                }
            )
        );

    [Test]
    public void A_stack_file_changes_single_values_of_an_entry_and_nothing_else()
    {
        var read = Overlay("""{"services":{"backend-go":{"health":{"path":"/ready"}}}}""", out var problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems, Is.Empty);
            Assert.That(
                read.Services["backend-go"],
                Is.EqualTo(
                    new Service
                    {
                        Cpu = 256,
                        Health = new() { Path = "/ready" },
                    }
                )
            );
            Assert.That(read.Services["python-ai"], Is.EqualTo(Defaults(StackEnvironment.Prod).Services["python-ai"]));
            Assert.That(
                Defaults(StackEnvironment.Prod).Services["backend-go"].Health.Path,
                Is.EqualTo("/health"),
                "the defaults"
            );
            Assert.That(read.Services.KeyComparer, Is.EqualTo(StringComparer.Ordinal));
        }
    }

    [TestCase(
        """{"services":{"backend-og":{"cpu":512}}}""",
        "services.backend-og: unknown key; did you mean backend-go?",
        TestName = "A misspelt entry makes no second one"
    )]
    [TestCase(
        """{"services":{"frontend":{}}}""",
        "services.frontend: unknown key; want backend-go or python-ai",
        TestName = "An entry nobody knows is refused"
    )]
    [TestCase(
        """{"services":{"python-ai":{"cpus":512}}}""",
        "services.python-ai.cpus: unknown key; did you mean cpu?",
        TestName = "So is a misspelt key in an entry"
    )]
    [TestCase(
        """{"services":{"python-ai":{"cpu":300}}}""",
        "services.python-ai.cpu: got 300, want 256 or 512 units; see docs/settings.md",
        TestName = "And a value out of range, by its whole path"
    )]
    [TestCase(
        """{"services":{"python-ai":null}}""",
        "services.python-ai: got nothing, want a map of settings; write a value, or remove the key to use the default",
        TestName = "An entry cannot be taken away"
    )]
    [TestCase(
        """{"services":["python-ai"]}""",
        "services: got a list, want a map of settings; write its keys below it, indented",
        TestName = "A list is no table"
    )]
    public void What_cannot_be_used_is_told_and_keeps_the_defaults(string json, string problem)
    {
        var read = Overlay(json, out var problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems.Select(found => found.ToString()), Is.EqualTo(new[] { problem }));
            Assert.That(read.Services, Is.EqualTo(Defaults(StackEnvironment.Prod).Services));
        }
    }

    [Test]
    public void Each_entry_is_read_on_its_own()
    {
        var read = Overlay("""{"services":{"backend-go":{"cpu":512},"x":{},"python-ai":{"cpu":256}}}""", out var problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems.Select(found => found.Path), Is.EqualTo(new[] { "services.x" }));
            Assert.That(read.Services.Values.Select(service => service.Cpu), Is.EqualTo(new[] { 512, 256 }));
        }
    }

    [Test]
    public void The_schema_knows_every_entry_and_no_other()
    {
        var services = SettingsSchema.Of("test", Tree, Defaults(StackEnvironment.Prod))["properties"]!["services"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(services["type"]!.GetValue<string>(), Is.EqualTo("object"));
            Assert.That(services["description"]!.GetValue<string>(), Is.EqualTo("What runs."));
            Assert.That(services["additionalProperties"]!.GetValue<bool>(), Is.False);
            Assert.That(
                services["properties"]!.AsObject().Select(entry => entry.Key),
                Is.EqualTo(new[] { "backend-go", "python-ai" })
            );
            Assert.That(services["properties"]!["python-ai"]!["additionalProperties"]!.GetValue<bool>(), Is.False);
            Assert.That(Default("backend-go"), Is.EqualTo(256));
            Assert.That(Default("python-ai"), Is.EqualTo(512));
        }

        int Default(string name) => services["properties"]![name]!["properties"]!["cpu"]!["default"]!.GetValue<int>();
    }

    [Test]
    public void The_page_has_one_block_for_all_entries() =>
        Assert.That(
            SettingsPage.Of("test", Tree, Defaults),
            Is.EqualTo(
                """
                ## System `test`

                | setting | what it decides | allowed | dev | staging | prod |
                |---|---|---|---|---|---|
                | `region` | Where it is. | a text | `eu` | `eu` | `eu` |

                ### `services.<name>`

                What runs. `<name>` is `backend-go` or `python-ai`.

                | setting | what it decides | allowed | dev | staging | prod |
                |---|---|---|---|---|---|
                | `cpu` | Its share. | 256 or 512 (units) | `256` | `256` (backend-go), `512` (python-ai) | `256` (backend-go), `512` (python-ai) |

                ### `services.<name>.health`

                How it is asked.

                | setting | what it decides | allowed | dev | staging | prod |
                |---|---|---|---|---|---|
                | `path` | What is asked. | a text | `/health` | `/health` | `/health` |

                """.ReplaceLineEndings("\n")
            )
        );

    [Test]
    public void Values_are_found_by_the_path_of_their_entry()
    {
        var leaf = Tree.Leaves.Single(node => node.Path == "services.python-ai.cpu");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(leaf.Key, Is.EqualTo("cpu"));
            Assert.That(leaf.ValueIn(Defaults(StackEnvironment.Dev)), Is.EqualTo(256));
            Assert.That(leaf.ValueIn(Defaults(StackEnvironment.Prod)), Is.EqualTo(512));
        }
    }

    [Test]
    public void A_table_without_defaults_with_dots_or_with_another_inside_is_a_slip_of_ours()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => SettingNode.Root(typeof(Shop)), Refused("services is a table"));
            Assert.That(() => SettingNode.Of(new Shop { Services = None<Service>() }), Refused("it needs entries"));
            Assert.That(
                () => SettingNode.Of(new Shop { Services = None<Service>().Add("a.b", new()) }),
                Refused("keys without dots")
            );
            Assert.That(
                () => SettingNode.Of(new Outer { Systems = None<Shop>().Add("a", Defaults(StackEnvironment.Prod)) }),
                Refused("no table inside")
            );
        }

        static NUnit.Framework.Constraints.IResolveConstraint Refused(string text) =>
            Throws.ArgumentException.With.Message.Contains(text);
    }

    [Test]
    public void Tables_of_systems_have_the_same_entries_in_every_environment()
    {
        foreach (var system in SystemCatalog.All)
        foreach (var environment in Enum.GetValues<StackEnvironment>())
            Assert.That(
                SettingNode.Of(system.Defaults(environment)).Leaves.Select(leaf => leaf.Path),
                Is.EqualTo(system.Tree.Leaves.Select(leaf => leaf.Path)),
                $"{system.Name}, {environment}"
            );
    }

    private static SettingNode Tree => SettingNode.Of(Defaults(StackEnvironment.Prod));

    private static Shop Overlay(string json, out List<Problem> problems)
    {
        problems = [];
        return SettingsReader.Overlay(
            Defaults(StackEnvironment.Prod),
            Tree,
            JsonSerializer.Deserialize<JsonElement>(json),
            problems
        );
    }

    private static Shop Defaults(StackEnvironment environment) =>
        new()
        {
            Services = None<Service>()
                .Add("python-ai", new() { Cpu = environment == StackEnvironment.Dev ? 256 : 512 })
                .Add("backend-go", new()),
        };

    private static ImmutableSortedDictionary<string, T> None<T>() =>
        ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);

    private sealed record Outer
    {
        [Setting("All.")]
        public required ImmutableSortedDictionary<string, Shop> Systems { get; init; }
    }

    private sealed record Shop
    {
        [Setting("Where it is.")]
        public string Region { get; init; } = "eu";

        [Setting("What runs.")]
        public required ImmutableSortedDictionary<string, Service> Services { get; init; }
    }

    private sealed record Service
    {
        [Setting("Its share.", Unit = "units", Numbers = [256, 512])]
        public int Cpu { get; init; } = 256;

        [Setting("How it is asked.")]
        public Health Health { get; init; } = new();
    }

    private sealed record Health
    {
        [Setting("What is asked.")]
        public string Path { get; init; } = "/health";
    }
}
