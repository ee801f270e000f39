using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>Takes objects of <see cref="OutputTypeAttribute">output types</see> apart, for those that go back as inputs.</summary>
internal static class OutputTypes
{
    private const BindingFlags AllFields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, (string Name, FieldInfo Field)[]> Known = new();

    /// <summary>The read-only fields, under the engine's names.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> Fields(object value)
    {
        var fields = Known.GetOrAdd(
            value.GetType(),
            static type => [.. type.GetFields(AllFields).Where(field => field.IsInitOnly).Select(field => (Name(field), field))]
        );
        return fields.Select(field => KeyValuePair.Create(field.Name, field.Field.GetValue(value)));
    }

    private static string Name(FieldInfo field)
    {
        // A property { get; } has a field called <Name>k__BackingField.
        var name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
