using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Export.Terraform;
using Review.Tests.Stacks;

namespace Review.Tests.Export.Terraform;

/// <summary>The exports of the stacks of this repository.</summary>
public sealed class RealStackExportTests
{
    private static ImmutableArray<string> Stacks() => RealStacks.Names;

    [TestCaseSource(nameof(Stacks))]
    public async Task Every_resource_is_in_every_part_of_it_once(string stack)
    {
        var plan = await RealStacks.ReviewedAsync(stack);
        var document = Exports.Of(plan);
        var changes = Addresses(document["resource_changes"]!.AsArray());
        var planned = Exports.Planned(document).SelectMany(module => Addresses(Exports.Resources(module.Module))).ToList();
        var configured = Exports
            .Configured(document)
            .SelectMany(module => Addresses(Exports.Resources(module.Module)).Select(address => Inside(module.Address, address)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(TerraformPlan.Of(plan).LeftOut, Is.Empty);
            Assert.That(changes, Is.Unique);
            Assert.That(
                document["resource_changes"]!
                    .AsArray()
                    .Select(change => Named((string)change!["type"]!, (string)change["name"]!))
                    .Order(),
                Is.EqualTo(
                    Managed(plan)
                        .Select(state => Named(TerraformTypes.Known.TypeOf(state.Type)!, TerraformNames.Identifier(state.Name)))
                        .Order()
                )
            );
            Assert.That(planned, Is.EquivalentTo(changes));
            Assert.That(configured, Is.EquivalentTo(changes));
        }
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Modules_are_the_tree_of_components(string stack)
    {
        var plan = await RealStacks.ReviewedAsync(stack);
        var states = plan.Steps.Where(step => !step.Internal).ToDictionary(step => step.Urn, step => step.State);
        var modules = Exports.Configured(Exports.Of(plan)).ToList();
        var components = states.Values.Where(state => !state.Custom && state.Type != Urns.StackType).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(modules.Select(module => module.Address), Is.Unique);
            Assert.That(
                modules.Skip(1).Select(module => module.Address.Split('.').Length / 2).Order(),
                Is.EqualTo(components.Select(Depth).Order())
            );
            Assert.That(
                modules
                    .SelectMany(module =>
                        (module.Module["module_calls"] as JsonObject ?? []).Select(call => (string?)call.Value!["source"])
                    )
                    .Order(),
                Is.EqualTo(components.Select(component => component.Type).Order())
            );
            // How many resources lie at which depth.
            Assert.That(
                modules
                    .SelectMany(module => Exports.Resources(module.Module).Select(_ => module.Address.Split('.').Length / 2))
                    .Order(),
                Is.EqualTo(Managed(plan).Select(Depth).Order())
            );
        }

        // The components around it, itself included.
        int Depth(ResourceState state) =>
            (!state.Custom && state.Type != Urns.StackType ? 1 : 0) + (state.Parent is { } parent ? Depth(states[parent]) : 0);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Marks_have_the_shape_of_the_values(string stack)
    {
        var document = Exports.Of(await RealStacks.ReviewedAsync(stack));
        var problems = new List<string>();
        foreach (var resource in document["resource_changes"]!.AsArray())
        {
            var change = resource!["change"]!;
            Mirrors(change["after"], change["after_unknown"]!, $"{resource["address"]} unknown", problems, unknown: true);
            Mirrors(change["after"], change["after_sensitive"]!, $"{resource["address"]} sensitive", problems, unknown: false);
        }
        Assert.That(problems, Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task References_lead_to_resources_that_are_there(string stack)
    {
        var document = Exports.Of(await RealStacks.ReviewedAsync(stack));
        var all = Addresses(document["resource_changes"]!.AsArray()).ToHashSet();
        var problems = new List<string>();
        var count = 0;
        foreach (var (address, module) in Exports.Configured(document))
        {
            var local = Addresses(Exports.Resources(module)).ToHashSet();
            foreach (var resource in Exports.Resources(module))
            foreach (var references in ReferencesIn(resource["expressions"]))
            {
                count++;
                foreach (var reference in references)
                {
                    var target = string.Join('.', reference.Split('.').Take(2));
                    var known = reference.StartsWith("module.", StringComparison.Ordinal)
                        ? all.Contains(reference)
                        : local.Contains(target)
                            || references.Any(other => other.EndsWith($".{target}", StringComparison.Ordinal));
                    if (!known)
                        problems.Add($"{Inside(address, (string)resource["address"]!)}: {reference}");
                }
            }
        }
        Assert.That(problems, Is.Empty);
        Assert.That(count, Is.GreaterThan(all.Count / 2), "most resources refer to others");
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task No_secret_gets_out(string stack)
    {
        var plan = await RealStacks.ReviewedAsync(stack);
        var text = Exports.Text(plan);
        var canaries = new List<string>();
        var poisoned = plan with { Steps = [.. plan.Steps.Select(step => step with { New = Poisoned(step.New!, canaries) })] };
        var found = Exports.Text(poisoned);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain("[[aws:").And.Not.Contain("[[random:").And.Not.Contain(Signatures.Unknown));
            Assert.That(canaries, stack == "dev" ? Is.Not.Empty : Is.Not.Null);
            Assert.That(found, Does.Not.Contain("canary-"));
        }
    }

    [Test]
    public async Task The_same_plan_in_another_order_is_the_same_text()
    {
        var plan = await RealStacks.ReviewedAsync("dev");
        var turned = plan with { Steps = [.. plan.Steps.Reverse()] };
        Assert.That(Exports.Text(turned), Is.EqualTo(Exports.Text(plan)));
    }

    // Without stand-ins references are known by what a value depends on, and everything else is as before.
    [Test]
    public async Task A_plan_without_stand_ins_can_be_exported_too()
    {
        var document = Exports.Of(await RealStacks.PreviewedAsync("dev"));
        var listener = Exports
            .Configured(document)
            .SelectMany(module => Exports.Resources(module.Module))
            .Single(resource => (string?)resource["address"] == "aws_lb_listener.idp_server_http");
        Assert.That(
            listener["expressions"]!["load_balancer_arn"]!["references"]!.AsArray().Select(reference => (string?)reference),
            Does.Contain("aws_lb.idp_server_alb")
        );
    }

    private static ResourceState Poisoned(ResourceState state, List<string> canaries) =>
        state with
        {
            Inputs = (ObjectValue)Poisoned(state.Inputs, canaries),
            Outputs = (ObjectValue)Poisoned(state.Outputs, canaries),
        };

    // Every secret that is a text becomes one that nothing else can be.
    private static PropertyValue Poisoned(PropertyValue value, List<string> canaries)
    {
        switch (value)
        {
            case SecretValue { Inner: StringValue }:
                canaries.Add($"canary-{canaries.Count}");
                return new SecretValue(new StringValue(canaries[^1]));
            case ArrayValue { Items: var items }:
                return new ArrayValue([.. items.Select(item => Poisoned(item, canaries))]);
            case ObjectValue { Properties: var members }:
                return new ObjectValue(
                    members.ToImmutableSortedDictionary(
                        member => member.Key,
                        member => Poisoned(member.Value, canaries),
                        StringComparer.Ordinal
                    )
                );
            default:
                return value;
        }
    }

    private static IEnumerable<List<string>> ReferencesIn(JsonNode? node) =>
        node switch
        {
            JsonObject map when map["references"] is JsonArray references =>
            [
                [.. references.Select(reference => (string)reference!)],
            ],
            JsonObject map when map.ContainsKey("constant_value") => [],
            JsonObject map => map.SelectMany(member => ReferencesIn(member.Value)),
            JsonArray list => list.SelectMany(ReferencesIn),
            _ => [],
        };

    private static void Mirrors(JsonNode? value, JsonNode marks, string path, List<string> problems, bool unknown)
    {
        switch (value, marks)
        {
            case (JsonObject members, JsonObject marked):
                foreach (var (key, mark) in marked)
                    if (mark is JsonValue && unknown && members.ContainsKey(key))
                        problems.Add($"{path}.{key} is marked");
                    else if (mark is not JsonValue)
                        Mirrors(members[key], mark!, $"{path}.{key}", problems, unknown);
                foreach (var (key, member) in members)
                    if (member is JsonArray or JsonObject && !marked.ContainsKey(key))
                        problems.Add($"{path}.{key} is not mirrored");
                break;
            case (JsonArray items, JsonArray marked) when items.Count == marked.Count:
                for (var index = 0; index < items.Count; index++)
                    Mirrors(items[index], marked[index]!, $"{path}[{index}]", problems, unknown);
                break;
            case (null, JsonValue mark) when !unknown || (bool)mark:
            case (JsonValue, JsonValue mark2) when !unknown || !(bool)mark2:
                break;
            default:
                problems.Add($"{path}: {value?.ToJsonString()} and {marks.ToJsonString()}");
                break;
        }
    }

    private static IEnumerable<ResourceState> Managed(Plan plan) =>
        plan
            .Steps.Where(step => !step.Internal)
            .Select(step => step.State)
            .Where(state => state.Custom && !Urns.IsProviderType(state.Type));

    private static string Named(string type, string name) => $"{type}.{name}";

    private static string Inside(string module, string address) => module.Length == 0 ? address : $"{module}.{address}";

    private static List<string> Addresses(IEnumerable<JsonNode?> resources) =>
        [.. resources.Select(resource => (string)resource!["address"]!)];
}
