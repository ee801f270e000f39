using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Providers;
using Engine.Values;
using Protocol;

namespace Engine.Monitor;

/// <summary>Registers resources: gives URNs, resolves references, asks the planner, and works out what is known of the outputs.</summary>
internal sealed class Registrar
{
    private readonly RunContext _run;
    private readonly ResourceGraph _graph;
    private readonly References _references;
    private readonly AliasResolver _aliases;

    public Registrar(RunContext run)
    {
        _run = run;
        _graph = run.Graph;
        _references = new References(_graph);
        _aliases = new AliasResolver(run.Stack, run.Project, _graph);
        Providers = new ProviderResolver(_graph, new DefaultProviders(run.Config), run.Types.Version, Register);
    }

    public ProviderResolver Providers { get; }

    /// <summary>Registers one resource, its default provider before it and the children of a built-in model after it.</summary>
    /// <exception cref="RegistrationException">It cannot be registered.</exception>
    public Node Register(Goal goal)
    {
        GoalCheck.NameAndType(goal);
        using var entered = _graph.Gate.EnterScope();
        var parent = _references.Parent(goal);
        var urn = _run.Names.Share(Urns.Create(_run.Stack, _run.Project, goal.Parent, goal.Type, goal.Name));
        if (_run.IsClosed)
            throw new RegistrationException(
                GrpcStatusCode.FailedPrecondition,
                $"{urn}: registered after the program said that it was done; register resources before the program ends, and await what creates them",
                urn
            );
        GoalCheck.NotItself(goal, urn);
        RefuseDuplicate(goal, urn);
        if (_run.Secrets.FindsEarly(goal.Name))
            throw new RegistrationException(
                GrpcStatusCode.InvalidArgument,
                $"a resource of type '{goal.Type}': its name holds a secret, and names are shown everywhere; choose a name without it"
            );
        _references.Check(goal, urn);
        goal = Inherit(goal, parent);
        var provider = Providers.Resolve(goal, parent);
        var state = State(goal, urn, provider) with { Aliases = _aliases.Resolve(goal, urn, parent) };
        var step = _run.Planner.Register(state, _run.Log.AddFinding) with { Internal = IsInternal(state) };
        _run.Secrets.AddFrom(step);
        var node = new Node(
            PreviewOutputs.Fill(step, _run.Types.Outputs(goal.Type), _run.Assume),
            provider,
            Merge(goal, parent),
            goal.Position
        )
        {
            Remote = goal.Remote,
        };
        _graph.Add(node);
        if (goal.Remote)
            _run.Models.Expand(goal, node, this);
        return node;
    }

    private void RefuseDuplicate(Goal goal, string urn)
    {
        if (_graph.Find(urn) is not { } first)
            return;
        throw new RegistrationException(
            GrpcStatusCode.AlreadyExists,
            $"{urn}: two resources have this URN, {Describe(first.State.Type, first.State.Name, first.State.Parent, first.Position)} and "
                + $"{Describe(goal.Type, goal.Name, goal.Parent, goal.Position)}; give each resource of a type below one parent a unique name",
            urn
        );

        static string Describe(string type, string name, string? parent, string position) =>
            $"{type} '{name}' {(position.Length > 0 ? $"at {position}" : parent is null ? "without a parent" : $"below {Urns.Name(parent)}")}";
    }

    private static Goal Inherit(Goal goal, Node? parent) =>
        parent is null
            ? goal
            : goal with
            {
                Protect = goal.Protect ?? parent.State.Protect,
                RetainOnDelete = goal.RetainOnDelete ?? parent.State.RetainOnDelete,
                DeletedWith = goal.DeletedWith.Length > 0 ? goal.DeletedWith : parent.State.DeletedWith ?? "",
            };

    private static IReadOnlyDictionary<string, string> Merge(Goal goal, Node? parent)
    {
        if (goal.Custom || parent is null || parent.Providers.Count == 0)
            return goal.Providers.Count == 0 ? ImmutableDictionary<string, string>.Empty : goal.Providers;
        var merged = new Dictionary<string, string>(parent.Providers, StringComparer.Ordinal);
        foreach (var (package, reference) in goal.Providers)
            merged[package] = reference;
        return merged;
    }

    private static bool IsInternal(ResourceState state) =>
        Urns.IsProviderType(state.Type) && state.Name.StartsWith("default", StringComparison.Ordinal);

    private static ResourceState State(Goal goal, string urn, string provider)
    {
        var inputs = goal.Inputs;
        if (Urns.IsProviderType(goal.Type) && goal.Version.Length > 0 && inputs["version"] is null)
            inputs = new(inputs.Properties.SetItem("version", new StringValue(goal.Version)));
        return new ResourceState
        {
            Urn = urn,
            Type = goal.Type,
            Custom = goal.Custom,
            Id = goal.Id.AsText(),
            External = goal.Read,
            Parent = goal.Parent,
            Inputs = inputs,
            Provider = goal.Custom && provider.Length > 0 ? provider : null,
            Dependencies = goal.Dependencies,
            PropertyDependencies = goal.PropertyDependencies,
            Protect = goal.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? false,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            IgnoreChanges = goal.IgnoreChanges,
            ReplaceOnChanges = goal.ReplaceOnChanges,
            DeletedWith = goal.DeletedWith.Length == 0 ? null : goal.DeletedWith,
            ReplaceWith = goal.ReplaceWith,
            ImportId = goal.ImportId.Length == 0 ? null : goal.ImportId,
            DeleteBeforeReplace = goal.DeleteBeforeReplace,
            CustomTimeouts = goal.CustomTimeouts,
            ReplacementTrigger = goal.ReplacementTrigger,
        };
    }
}
