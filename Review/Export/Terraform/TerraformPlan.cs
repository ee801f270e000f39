using System.Collections.Immutable;
using System.Text.Json;
using Engine.Model;
using Engine.Planning;
using Engine.Schemas;
using Engine.Values;

namespace Review.Export.Terraform;

/// <summary>
/// A plan as <c>terraform show -json</c> prints one, for tools that read those. It is a document to look at: Terraform itself cannot apply it.
/// </summary>
public sealed class TerraformPlan
{
    private readonly Plan _plan;
    private readonly ModuleTree _modules;
    private readonly ProviderConfigs _providers;
    private readonly ReferenceTexts _texts;
    private readonly List<ExportedResource> _resources = [];

    private TerraformPlan(Plan plan)
    {
        _plan = plan;
        // A program's resources may come in another order each time.
        var steps = plan
            .Steps.Where(step => step is { Internal: false, Op: not StepOp.Discard })
            .OrderBy(step => step.Urn, StringComparer.Ordinal)
            .ToList();
        _modules = new(steps);
        _providers = new(plan);
        var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        foreach (var step in steps)
            if (step.State is { Custom: true } state && !Urns.IsProviderType(state.Type))
                if (TerraformTypes.Known.TypeOf(state.Type) is { } type)
                    Add(step, type);
                else
                    leftOut.Add(new(state.Type, state.Name));
        LeftOut = leftOut.ToImmutable();
        _texts = new(_resources.Where(resource => resource.Step.New is not null));
        var resolution = new Resolution(_texts);
        foreach (var resource in _resources)
            Fill(resource, resolution);
        _modules.Root.Sort();
        _resources.Sort((left, right) => string.CompareOrdinal(left.Address, right.Address));
    }

    /// <summary>What is not in it.</summary>
    public ImmutableArray<LeftOut> LeftOut { get; }

    /// <summary>How many resources are in it, deleted ones too.</summary>
    public int Count => _resources.Count;

    /// <summary>The export of a plan; outputs that AWS makes up should be stood in for (<see cref="Model.StandIns"/>), else references are coarse.</summary>
    public static TerraformPlan Of(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new(plan);
    }

    /// <summary>Writes the document.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        new PlanWriter(json).Write(_plan, _modules.Root, _resources, _providers, _texts);
    }

    private void Add(PlanStep step, string type)
    {
        var module = _modules.Of(step.State);
        var resource = new ExportedResource
        {
            Step = step,
            Module = module,
            Type = type,
            Name = module.NameOf(step.Op == StepOp.Read ? $"data.{type}" : type, step.State.Name),
            Package = Urns.Package(step.State.Type),
            ProviderKey = _providers.Of(step.State).Key,
        };
        module.Resources.Add(resource);
        _resources.Add(resource);
    }

    private void Fill(ExportedResource resource, Resolution resolution)
    {
        var step = resource.Step;
        var schema = SchemaLibrary.Default.Resource(step.State.Type)!;
        if (step.New is { } after)
        {
            resource.Configured = Translation.Of(after.Type, after.Inputs, schema.Inputs);
            resource.After = resolution.Of(
                Attributes.Of(
                    after,
                    resource.Configured,
                    schema,
                    _providers.Of(after),
                    isNew: step.Op is StepOp.Create or StepOp.Replace
                )
            );
            resource.DependsOn = after.PropertyDependencies.ToImmutableSortedDictionary(
                property => TerraformTypes.Known.AttributeOf(after.Type, property.Key).Name,
                property => property.Value,
                StringComparer.Ordinal
            );
        }
        if (step is { Op: not StepOp.Create, Old: { } before } && TerraformTypes.Known.TypeOf(before.Type) == resource.Type)
        {
            var configured = Translation.Of(before.Type, before.Inputs, schema.Inputs);
            resource.Before = resolution.Of(Attributes.Of(before, configured, schema, _providers.Of(before), isNew: false));
        }
    }
}
