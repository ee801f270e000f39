using Pulumi;

namespace Infra.Data;

/// <summary>One job as <c>infra db</c> needs it.</summary>
/// <param name="TaskDefinition">The ARN of the task definition.</param>
/// <param name="Container">Whose exit code and log count.</param>
/// <param name="LogGroup">Where it writes.</param>
/// <param name="LogStreamPrefix">Stream names are this, the container and the task.</param>
internal sealed record DatabaseJob(Output<string> TaskDefinition, string Container, string LogGroup, string LogStreamPrefix)
{
    /// <summary>The job as a stack output.</summary>
    public IReadOnlyDictionary<string, object?> ToOutput() =>
        new Dictionary<string, object?>
        {
            ["taskDefinition"] = TaskDefinition,
            ["container"] = Container,
            ["logGroup"] = LogGroup,
            ["logStreamPrefix"] = LogStreamPrefix,
        };
}
