using Engine.Monitor;
using Engine.Planning;

namespace Engine.Providers;

/// <summary>Stands in for the providers that make the children of remote components.</summary>
internal sealed class RemoteModels(DiagnosticLog log, ResourceTypes types)
{
    /// <summary>Registers the children of a remote component and fills in its outputs; without a model its outputs stay unknown.</summary>
    public void Expand(Goal goal, Node node, Registrar registrar)
    {
        if (goal.Type == EcrRepositoryModel.Type)
            new EcrRepositoryModel(goal, node, registrar, types, log).Expand();
        else
            log.AddFinding(
                Severity.Warning,
                $"{goal.Type} has no built-in model: its children are not in this preview and its outputs are unknown; preview with pulumi to see them",
                node.Urn
            );
    }
}
