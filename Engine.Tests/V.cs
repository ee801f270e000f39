using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Tests;

/// <summary>Short ways to write property values in tests.</summary>
internal static class V
{
    public static readonly PropertyValue Unknown = UnknownValue.Instance;

    public static PropertyValue Of(object? value) =>
        value switch
        {
            null => NullValue.Instance,
            PropertyValue it => it,
            bool truth => new BoolValue(truth),
            int number => new NumberValue(number),
            double number => new NumberValue(number),
            string text => new StringValue(text),
            _ => throw new ArgumentException($"no value of {value.GetType()}", nameof(value)),
        };

    public static ObjectValue Map(params (string Key, object? Value)[] members) =>
        new(ObjectValue.Empty.Properties.AddRange(members.Select(member => KeyValuePair.Create(member.Key, Of(member.Value)))));

    public static ArrayValue List(params object?[] items) => new([.. items.Select(Of)]);

    public static SecretValue Secret(object? value) => new(Of(value));
}
