using Review.Model;

namespace Review.Guardrails;

/// <summary>What rules ask about the containers of a task definition. Their names are as ECS writes them in JSON.</summary>
internal static class ContainerChecks
{
    private const string Property = "containerDefinitions";

    /// <summary>Every container must be as a test says; the finding names the container.</summary>
    /// <param name="definition">The task definition.</param>
    /// <param name="check">What one container must be.</param>
    public static Verdict EachContainer(this Resource definition, Func<Value, Verdict> check) =>
        definition.AskDocument(
            Property,
            list => Verdict.All(list.Items.Select(container => Judgement.Of(NameOf(container), check(container))))
        );

    /// <summary>The containers of a task definition, as far as they are known.</summary>
    public static IEnumerable<Value> ContainersOf(Resource definition) => definition.Json(Property).Items;

    /// <summary>What a message calls a container.</summary>
    public static string NameOf(Value container) => $"container {container["name"].Text ?? "without a name"}";

    /// <summary>Whether the task stops with the container; a container is essential unless it says otherwise.</summary>
    public static bool IsEssential(Value container) => container["essential"].Bool != false;
}
