using Infra.Edge;
using Infra.Settings;
using Infra.Settings.Taskflow;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>How a stack becomes system taskflow.</summary>
internal sealed class TaskflowDefinition : SystemDefinition<TaskflowSettings>
{
    /// <inheritdoc/>
    public override string Name => "taskflow";

    /// <inheritdoc/>
    protected override TaskflowSettings DefaultsFor(StackEnvironment environment) => TaskflowDefaults.For(environment);

    /// <inheritdoc/>
    protected override IEnumerable<Problem> Validate(
        StackContext context,
        TaskflowSettings settings,
        IReadOnlyCollection<Problem> unread
    ) => settings.Validate(context);

    /// <inheritdoc/>
    protected override IDictionary<string, object?> Run(StackContext context, TaskflowSettings settings)
    {
        var tags = settings.Tags.For(context);
        var system = new Taskflow(
            Name,
            context,
            settings,
            AwsProvider.For(GlobalEdge.In(context), tags, GlobalFront.ProviderName),
            new() { Providers = { AwsProvider.For(context, tags) } }
        );

        return TaskflowOutputs.Of(context, system);
    }
}
