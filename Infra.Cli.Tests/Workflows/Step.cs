using System.Diagnostics;

namespace Infra.Cli.Tests.Workflows;

/// <summary>
/// Runs the script of a step as GitHub does (<c>bash -e</c>, with files for outputs and summary), in a folder of its own, where <c>./infra</c> and the tools
/// on the PATH are what the test says.
/// </summary>
internal sealed class Step : IDisposable
{
    private readonly TemporaryFolder _folder = new("step");

    public Step()
    {
        foreach (var file in new[] { "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_ENV" })
            _folder.With(file, "");
    }

    public string Folder => _folder.Path;

    /// <summary>A script of the test in place of a tool; <c>infra</c> is the one of the repository, all others are found on the PATH.</summary>
    public Step With(string tool, string script)
    {
        var file = tool == "infra" ? tool : $"bin/{tool}";
        _folder.With(file, $"#!/bin/bash\necho \"{tool} $*\" >>'{_folder.File("calls")}'\n{script}\n".ReplaceLineEndings("\n"));
        using var chmod = Process.Start("chmod", ["+x", _folder.File(file)]);
        chmod.WaitForExit();
        return this;
    }

    public Step Having(string file, string text)
    {
        _folder.With(file, text);
        return this;
    }

    public Task<Ran> RunAsync(string script, params (string Name, string Value)[] variables)
    {
        var environment = variables.ToDictionary(one => one.Name, one => (string?)one.Value);
        environment["PATH"] = $"{_folder.File("bin")}:/usr/local/bin:/usr/bin:/bin";
        environment["HOME"] = _folder.Path;
        foreach (var file in new[] { "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_PATH", "GITHUB_ENV" })
            environment[file] = _folder.File(file);
        _folder.With("step.sh", script.ReplaceLineEndings("\n"));
        return Running.Async("bash", ["--noprofile", "--norc", "-eo", "pipefail", "step.sh"], _folder.Path, environment);
    }

    /// <summary>How tools were called, in order.</summary>
    public string[] Calls => File.Exists(_folder.File("calls")) ? File.ReadAllLines(_folder.File("calls")) : [];

    public string Left(string file) => File.ReadAllText(_folder.File(file));

    public void Dispose() => _folder.Dispose();
}
