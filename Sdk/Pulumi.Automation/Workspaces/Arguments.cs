using System.Globalization;

namespace Pulumi.Automation;

/// <summary>A command line that grows. What is not set leaves nothing in it.</summary>
/// <param name="words">How it begins.</param>
internal sealed class Arguments(params IEnumerable<string> words)
{
    private readonly List<string> _list = [.. words];

    public Arguments Add(params IEnumerable<string> words)
    {
        _list.AddRange(words);
        return this;
    }

    /// <summary>A name alone, if it is so.</summary>
    public Arguments Flag(string name, bool? isSet) => isSet == true ? Add(name) : this;

    /// <summary>A name with <c>=true</c> or <c>=false</c>.</summary>
    public Arguments Switch(string name, bool? value) => value is { } set ? Add($"{name}={(set ? "true" : "false")}") : this;

    /// <summary>A name and a text that is not blank.</summary>
    public Arguments Option(string name, string? value) => string.IsNullOrWhiteSpace(value) ? this : Add(name, value);

    public Arguments Option(string name, int? value) => Option(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A name and a text, for each text.</summary>
    public Arguments Each(string name, IEnumerable<string>? values)
    {
        foreach (var value in values ?? [])
            Add(name, value);
        return this;
    }

    /// <summary>What all operations on resources have in common. The CLI's flag for configurations of policy packs is singular.</summary>
    public Arguments Common(UpdateOptions? options) =>
        options is null
            ? this
            : Option("--parallel", options.Parallel)
                .Option("--message", options.Message)
                .Each("--exclude", options.Exclude)
                .Each("--target", options.Target)
                .Each("--policy-pack", options.PolicyPacks)
                .Each("--policy-pack-config", options.PolicyPackConfigs)
                .Option("--color", options.Color)
                .Flag("--logflow", options.LogFlow)
                .Option("--verbose", options.LogVerbosity)
                .Flag("--logtostderr", options.LogToStdErr)
                .Option("--tracing", options.Tracing)
                .Flag("--debug", options.Debug)
                .Flag("--json", options.Json)
                .Option("--config-file", options.ConfigFile)
                .Option("--profiling", options.Profiling);

    public List<string> ToList() => _list;
}
