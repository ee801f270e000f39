using System.Collections.Immutable;
using Engine.Monitor;
using Engine.Planning;
using Engine.Values;

namespace Engine.Providers;

/// <summary>
/// <c>awsx:ecr:Repository</c>: an ECR repository, and a lifecycle policy unless that is skipped. Children bear the component's name in small
/// letters.
/// </summary>
internal sealed class EcrRepositoryModel(Goal goal, Node component, Registrar registrar, ResourceTypes types, DiagnosticLog log)
{
    public const string Type = "awsx:ecr:Repository";

    private const string Policy = "lifecyclePolicy";
    private const string RepositoryType = "aws:ecr/repository:Repository";
    private const string PolicyType = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

    public void Expand()
    {
        var repository = Register(
            RepositoryType,
            new ObjectValue(goal.Inputs.Properties.Remove(Policy)),
            goal.PropertyDependencies.Remove(Policy)
        );
        var outputs = ObjectValue
            .Empty.With("repository", Reference(repository))
            .With("url", repository.State.Outputs["repositoryUrl"] ?? UnknownValue.Instance);
        var dependencies = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["repository"] = [repository.Urn],
            ["url"] = [repository.Urn],
        };
        if (RegisterPolicy(repository) is { } policy)
        {
            outputs = outputs.With(Policy, Reference(policy));
            dependencies[Policy] = [policy.Urn];
        }
        component.Step = component.Step with { New = component.State with { Outputs = outputs } };
        component.OutputDependencies = dependencies;
    }

    private Node? RegisterPolicy(Node repository)
    {
        var settings = goal.Inputs[Policy]?.Unwrap();
        if (settings is ObjectValue { } given && given["skip"]?.Unwrap() is BoolValue { Value: true })
            return null;
        PropertyValue document;
        try
        {
            document = EcrLifecycle.Document(settings);
        }
        catch (FunctionException problem)
        {
            log.AddFinding(Severity.Error, $"{component.Urn}: {problem.Message}", component.Urn);
            document = UnknownValue.Instance;
        }
        var name = repository.State.Outputs["name"] ?? UnknownValue.Instance;
        return Register(
            PolicyType,
            ObjectValue.Empty.With("policy", document).With("repository", name),
            ImmutableSortedDictionary
                .Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
                .Add("policy", goal.PropertyDependencies.GetValueOrDefault(Policy, []))
                .Add("repository", [repository.Urn])
        );
    }

    private Node Register(string type, ObjectValue inputs, ImmutableSortedDictionary<string, ImmutableArray<string>> dependencies)
    {
        var child = new Goal
        {
            Type = type,
            Name = goal.Name.ToLowerInvariant(),
            Parent = component.Urn,
            Inputs = inputs,
            PropertyDependencies = dependencies,
            Dependencies = [.. dependencies.Values.SelectMany(urns => urns).Distinct().Order(StringComparer.Ordinal)],
            Version = types.Version("aws") ?? "",
        };
        var node = registrar.Register(child);
        types.Check(child, node.Urn, log);
        return node;
    }

    private ResourceReferenceValue Reference(Node node) =>
        new(node.Urn, node.State.Id is { } id ? new StringValue(id) : UnknownValue.Instance, types.Version("aws") ?? "");
}
