using System.Text.Json;
using System.Text.Json.Nodes;

namespace Automation.Tests.StandIns;

/// <summary>The stand-in for Pulumi's CLI with a folder of its own: tell it the answers, run something, look at the calls.</summary>
internal sealed class StandInCli : IDisposable
{
    private readonly Dictionary<string, JsonArray> _answers = [];
    private readonly List<(string Name, string? Value)> _before = [];

    public StandInCli() => Directory.CreateDirectory(Path.Combine(Folder, "answers"));

    public string Folder { get; } = Directory.CreateTempSubdirectory("pulumi-standin-").FullName;

    /// <summary>The folder of the executable: beside this test project's, in the build of the same configuration.</summary>
    public static string Home { get; } = FindHome();

    /// <summary>What a process needs to find the stand-in in place of Pulumi's CLI.</summary>
    public Dictionary<string, string?> Environment =>
        new()
        {
            ["PULUMI_STANDIN"] = Folder,
            ["PATH"] = Home + Path.PathSeparator + System.Environment.GetEnvironmentVariable("PATH"),
        };

    public IReadOnlyList<StandInCall> Calls =>
        File.Exists(Path.Combine(Folder, "calls.jsonl")) ? [.. ReadCalls().Select(Read)] : [];

    /// <summary>The command lines, without the questions for the version.</summary>
    public IEnumerable<string> Lines => Calls.Select(call => call.Line).Where(line => line != "version");

    /// <summary>Answers a command, given by its leading words; said again for the same words, it answers the next call, and the last one repeats.</summary>
    public StandInCli Answer(string words, StandInAnswer answer)
    {
        var name = words.Replace(' ', '-');
        if (!_answers.TryGetValue(name, out var sequence))
            _answers[name] = sequence = [];
        sequence.Add(answer.ToJson());
        var file = new JsonObject { ["sequence"] = sequence.DeepClone() };
        File.WriteAllText(Path.Combine(Folder, "answers", $"{name}.json"), file.ToJsonString());
        return this;
    }

    /// <inheritdoc cref="Answer(string, StandInAnswer)"/>
    public StandInCli Answer(string words, string output = "") => Answer(words, new StandInAnswer { Out = output });

    /// <summary>Forgets the answers to a command.</summary>
    public StandInCli Forget(string words)
    {
        var name = words.Replace(' ', '-');
        _answers.Remove(name);
        File.Delete(Path.Combine(Folder, "answers", $"{name}.json"));
        return this;
    }

    /// <summary>Lets this process, and what it starts, find the stand-in until this object is disposed. Not for tests that run at the same time.</summary>
    public StandInCli Enter()
    {
        foreach (var (name, value) in Environment)
        {
            _before.Add((name, System.Environment.GetEnvironmentVariable(name)));
            System.Environment.SetEnvironmentVariable(name, value);
        }
        return this;
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            System.Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(Folder, recursive: true);
    }

    // The stand-in holds the file for itself while it writes a call down.
    private string[] ReadCalls()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return File.ReadAllLines(Path.Combine(Folder, "calls.jsonl"));
            }
            catch (IOException) when (attempt < 500)
            {
                Thread.Sleep(10);
            }
        }
    }

    private static StandInCall Read(string line)
    {
        using var call = JsonDocument.Parse(line);
        var root = call.RootElement;
        return new(
            [.. root.GetProperty("arguments").EnumerateArray().Select(argument => argument.GetString()!)],
            root.GetProperty("directory").GetString()!,
            root.GetProperty("environment")
                .EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!),
            root.TryGetProperty("input", out var input) ? input.GetString() : null
        );
    }

    // .../<tests>/bin/<configuration>/<framework>/
    private static string FindHome()
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = framework.Parent!;
        var root = configuration.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, "Automation.StandIn", "bin", configuration.Name, framework.Name);
    }
}
