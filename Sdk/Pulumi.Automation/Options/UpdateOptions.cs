using Pulumi.Automation.Events;

namespace Pulumi.Automation;

/// <summary>What all operations on the resources of a stack have in common.</summary>
public class UpdateOptions
{
    /// <summary>How many operations may run at once. Default: as many as the CLI thinks right.</summary>
    public int? Parallel { get; set; }

    /// <summary>What the history says of this run. Default: what the CLI makes up.</summary>
    public string? Message { get; set; }

    /// <summary>URNs of the resources to look at, and no others. Default: all.</summary>
    public List<string>? Target { get; set; }

    /// <summary>URNs of the resources to leave alone. Default: none.</summary>
    public List<string>? Exclude { get; set; }

    /// <summary>Folders of policy packs to apply. Default: none.</summary>
    public List<string>? PolicyPacks { get; set; }

    /// <summary>Files with the configuration of the policy packs, in their order. Default: none.</summary>
    public List<string>? PolicyPackConfigs { get; set; }

    /// <summary>Takes each line the CLI prints. Default: nobody does.</summary>
    public Action<string>? OnStandardOutput { get; set; }

    /// <summary>Takes each line the CLI complains in. Default: nobody does.</summary>
    public Action<string>? OnStandardError { get; set; }

    /// <summary>Takes each event of the engine while it runs. Default: nobody does.</summary>
    public Action<EngineEvent>? OnEvent { get; set; }

    /// <summary><c>always</c>, <c>never</c>, <c>raw</c> or <c>auto</c>. Default: <c>auto</c>.</summary>
    public string? Color { get; set; }

    /// <summary>Whether the providers log as the CLI does. Default: they do not.</summary>
    public bool? LogFlow { get; set; }

    /// <summary>From 1 to 9, how much is logged. Default: nothing is.</summary>
    public int? LogVerbosity { get; set; }

    /// <summary>Whether the log goes to the error stream rather than to a file. Default: to a file.</summary>
    public bool? LogToStdErr { get; set; }

    /// <summary>Where traces are sent: an address, or <c>file:</c> and a path. Default: nowhere.</summary>
    public string? Tracing { get; set; }

    /// <summary>Whether debug messages are shown. They may hold secrets. Default: they are not.</summary>
    public bool? Debug { get; set; }

    /// <summary>Whether the output is JSON. Default: it is text for people.</summary>
    public bool? Json { get; set; }

    /// <summary>The file with the stack's configuration. Default: the one that is named after the stack.</summary>
    public string? ConfigFile { get; set; }

    /// <summary>Where profiles of the CLI are written, as the beginning of their file names. Default: nowhere.</summary>
    public string? Profiling { get; set; }
}
