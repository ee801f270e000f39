using System.Collections.Immutable;
using Engine.Model;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Planning;

/// <summary>Plans against what is deployed: what is the same, changed in place, replaced, adopted, read, and at the end deleted.</summary>
public sealed class BaselinePlanner : IPlanner
{
    private readonly Baseline _baseline;
    private readonly PlannerOptions _options;
    private readonly SchemaLibrary _schemas;
    private readonly DeleteFirst _deleteFirst;
    private readonly Dictionary<string, ResourceState> _registered = new(StringComparer.Ordinal);

    // Old URN to the URN of who claimed it.
    private readonly Dictionary<string, string> _claims = new(StringComparer.Ordinal);
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    // The same by type and name, which is how texts name them.
    private readonly HashSet<(string Type, string Name)> _renewed = [];
    private readonly HashSet<string> _deletedFirst = new(StringComparer.Ordinal);

    /// <param name="baseline">What is deployed.</param>
    /// <param name="options">What to plan differently. Default: nothing.</param>
    public BaselinePlanner(Baseline baseline, PlannerOptions? options = null)
        : this(baseline, options ?? new PlannerOptions(), SchemaLibrary.Default) { }

    internal BaselinePlanner(Baseline baseline, PlannerOptions options, SchemaLibrary schemas)
    {
        (_baseline, _options, _schemas) = (baseline, options, schemas);
        _deleteFirst = new DeleteFirst(baseline, schemas);
    }

    /// <inheritdoc/>
    public PlanStep Register(ResourceState goal, Action<Diagnostic> report)
    {
        var old = Match(goal, report);
        goal = goal with { Aliases = old is not null && old.Urn != goal.Urn ? [old.Urn] : [] };
        _registered[goal.Urn] = goal;
        if (old is null)
            return Create(goal);
        var effective = old.External || goal.External ? goal : Effective(old, goal, report);
        var decision = Decide(old, goal, effective);
        if (decision.Op == StepOp.Update)
            AppendOnlyLists.Check(old, effective, report);
        if (decision.Op != StepOp.Replace)
            return Step(effective, old, decision);
        return Replace(goal, old, decision, report);
    }

    /// <inheritdoc/>
    public IEnumerable<PlanStep> Finish(Action<Diagnostic> report)
    {
        // Copies already replaced, and what was deleted and not made again, are gone without a step of their own.
        var condemned = _baseline
            .Resources.Where(old => !old.Delete && !old.PendingReplacement && !_claims.ContainsKey(old.Urn))
            .ToList();
        var steps = new List<PlanStep>(condemned.Count);
        foreach (var old in DeletionOrder.Of(condemned, _baseline))
        {
            if (old.Protect && !_options.IgnoreProtect)
                report(PlanMessages.CannotDelete(old));
            if (!old.External)
                Warn(old, "deleting", report);
            steps.Add(
                new PlanStep
                {
                    Op = old.External ? StepOp.Discard : StepOp.Delete,
                    Urn = old.Urn,
                    Old = old,
                    Internal = Urns.IsProviderType(old.Type) && old.Name.StartsWith("default", StringComparison.Ordinal),
                }
            );
        }
        return steps;
    }

    private PlanStep Create(ResourceState goal)
    {
        _created.Add(goal.Urn);
        _renewed.Add((goal.Type, goal.Name));
        var op =
            goal.External ? StepOp.Read
            : goal.ImportId is null ? StepOp.Create
            : StepOp.Import;
        return Step(goal, null, new Decision(op));
    }

    private ResourceState? Match(ResourceState goal, Action<Diagnostic> report)
    {
        foreach (var urn in goal.Aliases.Prepend(goal.Urn))
            if (_baseline.Find(urn) is { } old)
            {
                if (_claims.TryAdd(urn, goal.Urn))
                    return old;
                report(PlanMessages.ClaimedTwice(goal.Urn, urn, _claims[urn]));
                return null;
            }
        return null;
    }

    /// <summary>The goal as a deployment would go on with it: ignored changes taken back, what the provider had filled in kept.</summary>
    private ResourceState Effective(ResourceState old, ResourceState goal, Action<Diagnostic> report)
    {
        var inputs = goal.IgnoreChanges.IsEmpty
            ? goal.Inputs
            : IgnoredChanges.Apply(
                old.Inputs,
                goal.Inputs,
                goal.IgnoreChanges,
                path => report(PlanMessages.CannotIgnore(goal, path))
            );
        if (!goal.Custom)
            return goal with { Inputs = inputs };
        if (_options.Directory is { } directory)
            inputs = AssetHashes.Fill(inputs, directory);
        return goal with { Inputs = ProviderDefaults.Keep(old.Inputs, inputs) };
    }

    private Decision Decide(ResourceState old, ResourceState goal, ResourceState effective)
    {
        if (goal.External)
            return old.External || old.Id == goal.Id ? new Decision(StepOp.Read) : Decision.Replace("id");
        if (goal is { Custom: true, ImportId: { } import } && (old.External || (old.ImportId ?? old.Id) != import))
            return Decision.Replace("id");
        if (old.External || _deletedFirst.Contains(old.Urn))
            return Decision.Replace();
        if (goal.Custom && Forced(old, goal) is { } forced)
            return forced;
        return Comparison.Of(
            old,
            effective,
            new DiffContext
            {
                Type = goal.Type,
                Schema = _schemas.Resource(goal.Type),
                Renewed = property => goal.PropertyDependencies.GetValueOrDefault(property, []).Any(IsRenewed),
                RenewedText = text => _options.Origins?.Invoke(text).Any(_renewed.Contains) == true,
                Secrets = _options.Secrets,
            }
        );
    }

    private bool IsRenewed(string urn) => _replaced.Contains(urn) || _created.Contains(urn);

    /// <summary>Replacement for a reason that stands outside the resource's properties; the first that holds.</summary>
    private Decision? Forced(ResourceState old, ResourceState goal)
    {
        if (Triggered(old.ReplacementTrigger, goal.ReplacementTrigger))
            return Decision.Replace();
        if (old.Taint || _options.Replace.Contains(goal.Urn))
            return Decision.Replace("id");
        if (goal.ReplaceWith.Any(_replaced.Contains))
            return Decision.Replace("replaceWith");
        if (goal.DeletedWith is { } deletedWith && _replaced.Contains(deletedWith))
            return Decision.Replace("deletedWith");
        return ProviderChange.Replaces(
            old.Provider,
            goal.Provider,
            _baseline.Find,
            urn => _registered.GetValueOrDefault(urn),
            _schemas
        )
            ? Decision.Replace("provider")
            : null;
    }

    private static bool Triggered(PropertyValue? old, PropertyValue? now)
    {
        if ((old?.ContainsUnknowns() ?? false) || (now?.ContainsUnknowns() ?? false))
            return true;
        if (old is null or NullValue || now is null or NullValue)
            return false;
        var key = ObjectValue.Empty.Properties;
        return InputDiff.Between(new ObjectValue(key.Add("trigger", old)), new ObjectValue(key.Add("trigger", now))).Count > 0;
    }

    private PlanStep Replace(ResourceState goal, ResourceState old, Decision decision, Action<Diagnostic> report)
    {
        _replaced.Add(goal.Urn);
        _renewed.Add((goal.Type, goal.Name));
        if (old.Protect && goal.Protect && !_options.IgnoreProtect)
            report(PlanMessages.CannotReplace(goal));
        if (goal.ImportId is { } import && (old.ImportId ?? old.Id) == import)
            report(PlanMessages.ReplacesImport(goal));
        if (!old.External)
            Warn(old, "replacing", report);
        if (_deletedFirst.Contains(old.Urn))
            goal = goal with { DeleteBeforeReplace = true };
        else if (goal.DeleteBeforeReplace == true)
            foreach (var dependent in _deleteFirst.Affected(old, _claims.ContainsKey))
                if (_deletedFirst.Add(dependent.Urn) && dependent.Protect && !_options.IgnoreProtect)
                    report(PlanMessages.CannotDeleteFirst(dependent, goal));
        return Step(goal, old, decision);
    }

    private static void Warn(ResourceState old, string doing, Action<Diagnostic> report)
    {
        if (!old.RetainOnDelete && !old.PendingReplacement && StatefulTypes.Loss(old.Type) is { } loss)
            report(PlanMessages.Loses(old, doing, loss));
    }

    private static PlanStep Step(ResourceState goal, ResourceState? old, Decision decision) =>
        new()
        {
            Op = decision.Op,
            Urn = goal.Urn,
            Old = old,
            New = goal,
            DiffReasons = decision.Changed,
            ReplaceReasons = decision.Forcing,
            DetailedDiff = decision.Detailed,
        };
}
