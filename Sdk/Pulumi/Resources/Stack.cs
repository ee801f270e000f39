using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of all resources of a program. Derive from it to declare outputs as properties, or let <see cref="Deployment"/> make one.</summary>
public class Stack : ComponentResource
{
    internal const string RootType = "pulumi:pulumi:Stack";

    /// <summary>Registers it, as <c>project-stack</c>.</summary>
    /// <param name="options">Its options. Default: none.</param>
    public Stack(StackOptions? options = null)
        : base(RootType, $"{Deployment.Required.ProjectName}-{Deployment.Required.StackName}", Options(options)) =>
        Deployment.Required.Stack = this;

    internal Stack(Func<Task<IDictionary<string, object?>>> body, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(RunAsync(body));
        RegisterOutputs(Outputs);
    }

    /// <summary>What the program answers.</summary>
    internal Output<IDictionary<string, object?>> Outputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Takes the marked properties of the derived class as the outputs.</summary>
    /// <exception cref="RunException">Some have no value or are no outputs; all of them are named.</exception>
    internal void RegisterPropertyOutputs()
    {
        var outputs = new Dictionary<string, object?>();
        foreach (var property in GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } output)
                outputs[output.Name ?? property.Name] = property.GetValue(this);
        }

        var missing = outputs.Where(output => output.Value is null).Select(output => output.Key).ToList();
        if (missing.Count > 0)
        {
            throw new RunException(
                $"{GetType().Name}: got no value for [Output] {string.Join(", ", missing)}; want one assigned in the constructor"
            );
        }
        Outputs = Output.Create<IDictionary<string, object?>>(outputs);
        RegisterOutputs(Outputs);
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> body) =>
        (await body().ConfigureAwait(false)) ?? ImmutableDictionary<string, object?>.Empty;

    private static ComponentResourceOptions? Options(StackOptions? options) =>
        options is null
            ? null
            : new()
            {
                ResourceTransformations = options.ResourceTransformations,
                ResourceTransforms = options.ResourceTransforms,
            };
}
