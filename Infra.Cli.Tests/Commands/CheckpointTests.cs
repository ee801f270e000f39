using System.Text.Json;

namespace Infra.Cli.Tests.Commands;

/// <summary>A hand-made pulumi stack export, and a program in which its resources were renamed, moved, changed and taken out.</summary>
public sealed class CheckpointTests
{
    private static readonly string Evolved =
        $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "Infra.Cli.Tests.dll")}\" evolved";

    private TemporaryFolder _shop = null!;

    [OneTimeSetUp]
    public void Lay_out() => _shop = Cli.Shop().With("deployed.json", Export());

    [OneTimeTearDown]
    public void Clean_up() => _shop.Dispose();

    [Test]
    public async Task Every_resource_gets_the_operation_that_the_real_engine_gives_it()
    {
        var ran = await PreviewAsync("--json");
        using var digest = JsonDocument.Parse(ran.Out);
        var steps = digest
            .RootElement.GetProperty("steps")
            .EnumerateArray()
            .Select(step =>
                $"{step.GetProperty("op").GetString()} {step.GetProperty("urn").GetString()!.Split("::")[^1]} {Changes(step)}".Trim()
            )
            .Order(StringComparer.Ordinal);

        Assert.That(
            steps,
            Is.EqualTo([
                "create shop",
                "delete gone",
                "delete kept",
                "replace carts hashKey:update-replace",
                "replace log retentionInDays:update-replace",
                "replace media bucket:update-replace",
                "same shop-dev",
                "update orders delaySeconds:update",
            ]),
            ran.ToString()
        );
        var summary = digest.RootElement.GetProperty("changeSummary");
        Assert.That(
            summary.GetProperty("same").GetInt32(),
            Is.EqualTo(3),
            "the stack, the renamed network and the topic whose change is ignored"
        );
        Assert.That(Deleted(digest, "log", "pendingReplacement"), Is.True, "the log group goes first");
        Assert.That(Deleted(digest, "carts", "delete"), Is.True, "the table goes last");
    }

    [Test]
    public async Task What_is_protected_is_refused_whatever_is_approved_and_the_rest_by_name()
    {
        var ran = await PreviewAsync("--approve-replace", "carts", "--approve-replace", "log", "--approve-replace", "media");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
            Assert.That(ran.Error, Does.Contain("Bucket::media: would be replaced, which its protection forbids"));
            Assert.That(ran.Error, Does.Contain("Topic::kept: would be deleted, which its protection forbids"));
            Assert.That(ran.Out, Does.Contain("! 3 replacements and 1 deletion destroy data"));
            Assert.That(ran.Out, Does.Contain("hashKey: id → user (items are kept by their key)"));
            Assert.That(ran.Out, Does.Contain("what to do instead: docs/runbooks/rename-a-resource.md#tables"));
        }
    }

    private Task<Ran> PreviewAsync(params string[] arguments) =>
        Cli.RunAsync(_shop.Path, ["preview", "dev", "--program", Evolved, "--baseline", "deployed.json", .. arguments]);

    private static string Changes(JsonElement step) =>
        step.GetProperty("detailedDiff") is { ValueKind: JsonValueKind.Object } diff
            ? string.Join(' ', diff.EnumerateObject().Select(it => $"{it.Name}:{it.Value.GetProperty("kind").GetString()}"))
            : "";

    private static bool Deleted(JsonDocument digest, string name, string mark) =>
        digest
            .RootElement.GetProperty("steps")
            .EnumerateArray()
            .Single(step => step.GetProperty("urn").GetString()!.EndsWith($"::{name}", StringComparison.Ordinal))
            .GetProperty("oldState")
            .TryGetProperty(mark, out _);

    private static string Export()
    {
        const string Provider = "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_0_0";
        const string Stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
        string[] resources =
        [
            $$$"""{"urn": "{{{Stack}}}", "custom": false, "type": "pulumi:pulumi:Stack"}""",
            $$$"""{"urn": "{{{Provider}}}", "custom": true, "id": "0b3f", "type": "pulumi:providers:aws", "inputs": {"region": "eu-west-1"}}""",
            Resource("aws:ec2/vpc:Vpc", "old", """{"cidrBlock": "10.0.0.0/16", "__defaults": []}"""),
            Resource("aws:sqs/queue:Queue", "orders", """{"name": "orders", "delaySeconds": 0, "__defaults": []}"""),
            Resource("aws:s3/bucket:Bucket", "media", """{"bucket": "shop-media", "__defaults": []}""", "\"protect\": true, "),
            Resource("aws:dynamodb/table:Table", "carts", """{"name": "carts", "hashKey": "id", "__defaults": []}"""),
            Resource("aws:sns/topic:Topic", "news", """{"name": "news", "displayName": "Old", "__defaults": []}"""),
            Resource("aws:cloudwatch/logGroup:LogGroup", "log", """{"name": "log", "retentionInDays": 7, "__defaults": []}"""),
            Resource("aws:sns/topic:Topic", "kept", """{"name": "kept", "__defaults": []}""", "\"protect\": true, "),
            Resource("aws:ec2/vpc:Vpc", "gone", """{"cidrBlock": "10.1.0.0/16", "__defaults": []}"""),
        ];
        return $$$"""
            {"version": 3, "deployment": {"manifest": {"time": "2026-01-02T03:04:05Z", "magic": "", "version": ""}, "resources": [{{{string.Join(
                ",\n",
                resources
            )}}}], "metadata": {} } }
            """;

        static string Resource(string type, string name, string inputs, string more = "") =>
            $$$"""
                {"urn": "urn:pulumi:dev::shop::{{{type}}}::{{{name}}}", "custom": true, "id": "{{{name}}}-1", "type": "{{{type}}}", {{{more}}}"inputs": {{{inputs}}}, "outputs": {{{inputs}}}, "parent": "{{{Stack}}}", "provider": "{{{Provider}}}::0b3f"}
                """;
    }
}
