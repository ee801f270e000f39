using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>What is known of a resource class: its output properties and how to set them. Made once per class and process.</summary>
internal sealed class OutputsPlan
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, OutputsPlan> Plans = new();

    private readonly List<(string Name, OutputKind Kind, Action<object, object?> Set)> _members = [];

    private OutputsPlan(Type type)
    {
        var wrong = new List<string>();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is not { } output)
                continue;
            var declared = property.PropertyType;
            if (!declared.IsConstructedGenericType || declared.GetGenericTypeDefinition() != typeof(Output<>))
            {
                wrong.Add(output.Name ?? property.Name);
                continue;
            }

            var value = declared.GenericTypeArguments[0];
            if (Conversion.Refusal(value) is { } refusal)
                throw new InvalidOperationException($"[Output] {type.FullName}.{property.Name}: {refusal}");
            _members.Add((output.Name ?? property.Name, OutputKind.Of(value), Setter(type, property)));
        }
        if (wrong.Count > 0)
            throw RunException.OutputsHaveIncorrectType(wrong);
    }

    public static OutputsPlan Of(Type type) => Plans.GetOrAdd(type, static t => new OutputsPlan(t));

    /// <summary>Gives every output property an output that is there when the engine has answered.</summary>
    public void Assign(Resource resource, ResourceOutputs outputs)
    {
        foreach (var (name, kind, set) in _members)
            set(resource, kind.Create(outputs, name));
    }

    private static Action<object, object?> Setter(Type type, PropertyInfo property)
    {
        var declaring = property.DeclaringType!;
        if (declaring.GetField($"<{property.Name}>k__BackingField", Own) is { } field)
            return field.SetValue;
        if (declaring.GetProperty(property.Name, Own)?.SetMethod is { } setter)
            return (target, value) => setter.Invoke(target, [value]);
        throw new InvalidOperationException(
            $"[Output] {type.FullName}.{property.Name} has no setter, want one; it may be private"
        );
    }
}
