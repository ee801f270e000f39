using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bench.Deploying;

/// <summary>A project that may be deployed, and stand-ins for <c>pulumi</c> and <c>aws</c> that take no time of their own but that of a process.</summary>
internal sealed class DeployFolder : IDisposable
{
    private const string Stack = "dev";
    private const string Account = "123456789012";

    // The calls that infra up makes of pulumi, in its order.
    private static readonly string[] Calls =
    [
        "version",
        "stack select --stack dev",
        "stack export --stack dev --show-secrets",
        "preview --color never --stack dev",
        "up --yes --skip-preview --color never --stack dev",
        "stack output --json --stack dev",
        "stack output --json --show-secrets --stack dev",
        "stack history --json --page-size 1 --page 1 --stack dev",
    ];

    private readonly Repository _repository;
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-bench-").FullName;

    public DeployFolder(Repository repository)
    {
        _repository = repository;
        foreach (var name in (string[])["Pulumi.yaml", $"Pulumi.{Stack}.yaml"])
            File.WriteAllText(In(name), Real(File.ReadAllText(repository.Path(name))));
        Script("aws", $$"""echo '{"Account": "{{Account}}", "Arn": "arn:aws:iam::{{Account}}:role/deploy"}'""");
        Script("calls", string.Join('\n', Calls.Select(call => $"pulumi {call} >/dev/null")));
    }

    private string StandIn => _repository.Path("Automation.StandIn/bin/Release/net10.0");

    /// <summary>Writes the answers down: a first deployment of everything that the stack has.</summary>
    /// <returns>How many resources that are.</returns>
    public async Task<int> PrepareAsync()
    {
        var plan = In(".build/plan.json");
        Directory.CreateDirectory(In(".build"));
        using var preview = Process.Start(Start(_repository.Path("infra"), "preview", Stack, "--save", plan))!;
        await Task.WhenAll(preview.StandardOutput.ReadToEndAsync(), preview.StandardError.ReadToEndAsync());
        await preview.WaitForExitAsync();
        var steps = JsonNode.Parse(await File.ReadAllTextAsync(plan))!["infra"]!["steps"]!.AsArray();
        var started = steps.Select(step => Event("resourcePreEvent", step!)).ToList();
        Answer("preview", new() { ["events"] = Events([.. started, Summary()]) });
        Answer(
            "up",
            new() { ["events"] = Events([.. started, .. steps.Select(step => Event("resOutputsEvent", step!)), Summary()]) }
        );
        Answer("stack-select", new());
        Answer(
            "stack-export",
            Said(
                """{"version": 3, "deployment": {"manifest": {"time": "2026-01-01T00:00:00Z", "magic": "", "version": ""}, "resources": [], "metadata": {}}}"""
            )
        );
        Answer("stack-output", Said("""{"url": "https://idp.acme.test"}"""));
        Answer(
            "stack-history",
            Said(
                """[{"kind": "update", "startTime": "2026-01-01T00:00:00.000Z", "message": "", "environment": {}, "config": {}, "result": "succeeded", "endTime": "2026-01-01T00:01:00.000Z", "version": 1, "resourceChanges": {}}]"""
            )
        );
        return steps.Count;
    }

    /// <summary>The deployment by <c>infra up</c>.</summary>
    public ProcessStartInfo Up() => Start(_repository.Path("infra"), "up", Stack);

    /// <summary>The same calls of <c>pulumi</c>, and nothing else.</summary>
    public ProcessStartInfo Bare() => Start(In("calls"));

    /// <summary>The review that stands before the deployment, alone.</summary>
    public ProcessStartInfo Review() => Start(_repository.Path("infra"), "preview", Stack);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string In(string name) => Path.Combine(_folder, name);

    private ProcessStartInfo Start(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder}:{StandIn}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["PULUMI_STANDIN"] = _folder;
        foreach (var name in (string[])["AWS_REGION", "AWS_DEFAULT_REGION", "PULUMI_STACK"])
            start.Environment.Remove(name);
        return start;
    }

    private static string Real(string text) =>
        text.Replace("111111111111", Account, StringComparison.Ordinal)
            .Replace("example.com", "acme.test", StringComparison.Ordinal)
            .Replace("Z00000000000000000000", "Z0123456789ABCDEFGHIJ", StringComparison.Ordinal)
            .Replace(new string('0', 64), new string('1', 64), StringComparison.Ordinal);

    private void Script(string name, string text)
    {
        File.WriteAllText(In(name), $"#!/bin/sh\n{text}\n");
        using var chmod = Process.Start("chmod", ["+x", In(name)]);
        chmod.WaitForExit();
    }

    private void Answer(string words, JsonObject answer)
    {
        Directory.CreateDirectory(In("answers"));
        File.WriteAllText(In($"answers/{words}.json"), answer.ToJsonString());
    }

    private static JsonObject Said(string text) => new() { ["stdout"] = text };

    private static JsonArray Events(IEnumerable<JsonObject> events) => [.. events.Select(one => one.DeepClone())];

    private static JsonObject Summary() =>
        new()
        {
            ["sequence"] = 0,
            ["timestamp"] = 1,
            ["summaryEvent"] = JsonNode.Parse(
                """{"maybeCorrupt": false, "durationSeconds": 1, "resourceChanges": {}, "PolicyPacks": {}}"""
            ),
        };

    private static JsonObject Event(string kind, JsonNode step)
    {
        var urn = (string)step["urn"]!;
        var type = urn.Split("::")[2].Split('$')[^1];
        return new()
        {
            ["sequence"] = 0,
            ["timestamp"] = 1,
            [kind] = new JsonObject
            {
                ["metadata"] = new JsonObject
                {
                    ["op"] = (string)step["op"]!,
                    ["urn"] = urn,
                    ["type"] = type,
                    ["old"] = null,
                    ["new"] = null,
                    ["detailedDiff"] = null,
                    ["provider"] = "",
                },
            },
        };
    }
}
