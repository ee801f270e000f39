using Engine.Model;
using Engine.Planning;
using Infra.Cli.Output;
using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying.Progress;

/// <summary>How far a deployment is, by component.</summary>
internal sealed class DeployProgress
{
    private readonly ComponentTree _tree;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, ComponentProgress> _byUrn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ComponentProgress> _byName = new(StringComparer.Ordinal);
    private readonly List<ComponentProgress> _components = [];
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    /// <param name="expected">What the engine said it would do.</param>
    /// <param name="tree">Which component a resource belongs to.</param>
    /// <param name="clock">What the time is.</param>
    public DeployProgress(IEnumerable<EngineStep> expected, ComponentTree tree, TimeProvider clock)
    {
        (_tree, _clock) = (tree, clock);
        foreach (var step in expected.Where(step => tree.IsResource(step.Urn, step.Type)))
            Component(step.Urn);
    }

    /// <summary>The components to whose resources something happens, in the order of the plan.</summary>
    public IReadOnlyList<ComponentProgress> Components => _components;

    /// <summary>How many resources are done.</summary>
    public int Done => _components.Sum(component => component.Done);

    /// <summary>How many resources something happens to.</summary>
    public int Total => _components.Sum(component => component.Total);

    /// <summary>Takes the next event.</summary>
    /// <returns>What has happened to a resource. Default: nothing that people count.</returns>
    public StepNews? Take(EngineEvent next) =>
        next.ResourcePreEvent is { Metadata: var started } ? Started(started)
        : next.ResourceOutputsEvent is { Metadata: var ended } ? Ended(ended, failed: false)
        : next.ResourceOperationFailedEvent is { Metadata: var failed } ? Ended(failed, failed: true)
        : null;

    private StepNews? Started(StepEventMetadata step)
    {
        if (Counted(step) is not { } op)
            return null;
        Component(step.Urn).Start(step.Urn, _clock.GetTimestamp());
        return new(step.Urn, op, NewsKind.Started, TimeSpan.Zero);
    }

    private StepNews? Ended(StepEventMetadata step, bool failed)
    {
        if (Counted(step) is not { } op)
            return null;
        // What was replaced goes at the end, when what takes its place has long been counted.
        if (step.Op == OperationType.DeleteReplaced && !failed)
            return new(step.Urn, op, NewsKind.OldDeleted, TimeSpan.Zero);
        if (!_ended.Add(step.Urn))
            return null;
        var since = Component(step.Urn).End(step.Urn, failed);
        var time = since is { } began ? _clock.GetElapsedTime(began) : TimeSpan.Zero;
        return new(step.Urn, op, failed ? NewsKind.Failed : NewsKind.Done, time);
    }

    // The logical step of a replacement is told beside those that do it.
    private StepOp? Counted(StepEventMetadata step) =>
        step.Op != OperationType.Replace && _tree.IsResource(step.Urn, step.Type) ? EngineStep.OfOperation(step.Op) : null;

    private ComponentProgress Component(string urn)
    {
        if (_byUrn.TryGetValue(urn, out var known))
            return known;
        var name = _tree.Of(urn) is { } component ? Names.Of(component) : Urns.Stack(urn);
        if (!_byName.TryGetValue(name, out var found))
        {
            _byName[name] = found = new ComponentProgress(name);
            _components.Add(found);
        }
        found.Expect();
        return _byUrn[urn] = found;
    }
}
