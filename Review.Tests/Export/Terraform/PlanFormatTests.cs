using System.Text.Json;
using System.Text.Json.Nodes;
using Review.Tests.Stacks;

namespace Review.Tests.Export.Terraform;

/// <summary>
/// The form of the document beside one that Terraform 1.11.4 printed of a small configuration with a module, references, unknown and sensitive values
/// (<c>real-plan.json</c>; its resources are of the provider that is built in): every member of ours stands where Terraform has one of that name and kind.
/// </summary>
public sealed class PlanFormatTests
{
    // What Terraform has for providers of a registry and for other changes, which the small configuration has not; from its documentation of the format.
    private static readonly HashSet<string> Documented =
    [
        "configuration.provider_config.*.alias",
        "configuration.provider_config.*.expressions",
    ];

    // Below these are names and values of the program.
    private static readonly HashSet<string> Free =
    [
        "values",
        "sensitive_values",
        "before",
        "after",
        "after_unknown",
        "before_sensitive",
        "after_sensitive",
        "expressions",
        "variables",
        "replace_paths",
    ];

    private static readonly Dictionary<string, JsonValueKind> Real = Members(
        JsonNode.Parse(File.ReadAllText(Path.Combine(Golden.Root, "Review.Tests", "Export", "Terraform", "real-plan.json")))!
    );

    [TestCase("dev")]
    [TestCase("web-platform-prod")]
    public async Task Every_member_is_one_of_Terraform(string stack)
    {
        var ours = Members(Exports.Of(await RealStacks.ReviewedAsync(stack)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ours.Keys.Where(path => !Real.ContainsKey(path) && !Documented.Contains(path)), Is.Empty);
            Assert.That(ours.Where(member => Real.TryGetValue(member.Key, out var kind) && kind != member.Value), Is.Empty);
        }
    }

    // What Terraform always has, except what is about the moment or about its own evaluation.
    [Test]
    public async Task Nothing_is_missing_that_a_reader_may_count_on()
    {
        var ours = Members(Exports.Of(await RealStacks.ReviewedAsync("dev")));
        string[] left = [.. Real.Keys.Where(path => !ours.ContainsKey(path)).Order(StringComparer.Ordinal)];
        Assert.That(
            left,
            Is.EqualTo([
                "applyable",
                "complete",
                "configuration.root_module.module_calls.*.expressions",
                "configuration.root_module.outputs",
                "configuration.root_module.outputs.o",
                "configuration.root_module.outputs.o.expression",
                "configuration.root_module.outputs.o.expression.references",
                "relevant_attributes",
                "relevant_attributes.attribute",
                "relevant_attributes.resource",
                "timestamp",
            ])
        );
    }

    private static Dictionary<string, JsonValueKind> Members(JsonNode document)
    {
        var members = new Dictionary<string, JsonValueKind>();
        Collect(document, "", members);
        return members;
    }

    // Modules within modules are as modules, and names of providers and modules are any.
    private static void Collect(JsonNode? node, string path, Dictionary<string, JsonValueKind> members)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Collect(item, path, members);
                break;
            case JsonObject map:
                foreach (var (name, member) in map)
                {
                    var below =
                        path.EndsWith("provider_config", StringComparison.Ordinal)
                        || path.EndsWith("module_calls", StringComparison.Ordinal)
                            ? "*"
                            : name;
                    var at = (path.Length == 0 ? below : $"{path}.{below}")
                        .Replace(".child_modules.child_modules", ".child_modules", StringComparison.Ordinal)
                        .Replace("root_module.child_modules.resources", "root_module.resources", StringComparison.Ordinal)
                        .Replace("root_module.module_calls.*.module.", "root_module.", StringComparison.Ordinal);
                    if (member is not null || !Free.Contains(name))
                        members[at] = Kind(member, name);
                    if (!Free.Contains(name))
                        Collect(member, at, members);
                }
                break;
        }
    }

    // Values are of any kind.
    private static JsonValueKind Kind(JsonNode? node, string name) =>
        Free.Contains(name) && name != "expressions" ? JsonValueKind.Undefined
        : node?.GetValueKind() is JsonValueKind.True ? JsonValueKind.False
        : node?.GetValueKind() ?? JsonValueKind.Null;
}
