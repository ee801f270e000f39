using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Tests;

/// <summary>Property values in few letters.</summary>
internal static class Make
{
    public static ObjectValue Map(params (string Key, object? Value)[] properties) =>
        new(
            properties.ToImmutableSortedDictionary(
                property => property.Key,
                property => Of(property.Value),
                StringComparer.Ordinal
            )
        );

    public static ArrayValue List(params object?[] items) => new([.. items.Select(Of)]);

    public static SecretValue Secret(object? value) => new(Of(value));

    public static PropertyValue Of(object? value) =>
        value switch
        {
            null => NullValue.Instance,
            PropertyValue ready => ready,
            bool truth => BoolValue.Of(truth),
            int number => new NumberValue(number),
            double number => new NumberValue(number),
            string text => new StringValue(text),
            _ => throw new ArgumentException($"Got a {value.GetType().Name}, want plain data or a property value", nameof(value)),
        };

    public static UnknownValue Unknown => UnknownValue.Instance;
}
