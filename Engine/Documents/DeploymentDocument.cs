using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;

namespace Engine.Documents;

/// <summary>What a file says is deployed: a <c>pulumi stack export</c>, the checkpoint of a self-managed backend, or a plan that was saved.</summary>
public sealed record DeploymentDocument
{
    internal DeploymentDocument() { }

    /// <summary>The file's name without the directory, as messages say it.</summary>
    public required string FileName { get; init; }

    /// <summary>Every resource, dependencies first.</summary>
    public required ImmutableArray<ResourceState> Resources { get; init; }

    /// <summary>Whether it is a saved plan: then ids, computed values and secrets in it are unknown.</summary>
    public bool IsPlan { get; init; }

    /// <summary>What a saved plan would do, in the order of the plan. Default: not known, the file is no plan or an older version saved it.</summary>
    public ImmutableArray<PlannedStep>? Steps { get; init; }

    /// <summary>How many secrets could not be opened; differences in those are not seen.</summary>
    public int ClosedSecrets { get; init; }

    /// <summary>What should be looked at although it is no error.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The project it belongs to. Default: not known, there are no resources.</summary>
    public string? Project => Resources.IsEmpty ? null : Urns.Project(Resources[0].Urn);

    /// <summary>The stack it belongs to. Default: not known, there are no resources.</summary>
    public string? Stack => Resources.IsEmpty ? null : Urns.Stack(Resources[0].Urn);

    /// <summary>What to plan against.</summary>
    public Baseline ToBaseline() => new(Resources);

    /// <summary>
    /// Reads a file. Secrets are opened with the passphrase of the environment; where that fails they stay secrets of unknown content.
    /// <paramref name="environment"/> answers environment variables; by default the process's own.
    /// </summary>
    /// <exception cref="InputException">It cannot be read, is of another kind, or contradicts itself; with every problem.</exception>
    public static DeploymentDocument Load(string path, Func<string, string?>? environment = null) =>
        DeploymentReader.Read(
            DeploymentReader.Bytes(path),
            Path.GetFileName(path),
            environment ?? Environment.GetEnvironmentVariable
        );

    /// <summary>Reads a document that a tool handed over rather than a file.</summary>
    /// <param name="json">The document, in UTF-8.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="environment">Answers environment variables. Default: the process's own.</param>
    /// <exception cref="InputException">It is of another kind, or contradicts itself; with every problem.</exception>
    public static DeploymentDocument Read(byte[] json, string name, Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return DeploymentReader.Read(json, name, environment ?? Environment.GetEnvironmentVariable);
    }

    /// <summary>Refuses a file of another stack: against it everything would be created and everything in it deleted.</summary>
    /// <exception cref="InputException">It belongs to another stack or project.</exception>
    public void Require(string project, string stack)
    {
        if (!Resources.IsEmpty && (Project != project || Stack != stack))
            throw new InputException(
                FileName,
                [
                    $"got the resources of stack {Stack} of project {Project}, want those of {stack} of {project}; take the file of this stack",
                ]
            );
    }
}
