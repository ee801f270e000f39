using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi;

/// <summary>Writes outputs and inputs as their values, and reads values as outputs and inputs.</summary>
internal sealed class OutputJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => Definition(typeToConvert) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        var value = Definition(typeToConvert)!.GenericTypeArguments[0];
        var converter =
            typeToConvert.IsConstructedGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Output<>)
                ? typeof(OutputConverter<>).MakeGenericType(value)
                : typeof(InputConverter<,>).MakeGenericType(typeToConvert, value);
        return (JsonConverter)Activator.CreateInstance(converter)!;
    }

    /// <summary><c>Output&lt;T&gt;</c> or <c>Input&lt;T&gt;</c> as the type is, or derives from, one.</summary>
    private static Type? Definition(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (
                t.IsConstructedGenericType
                && t.GetGenericTypeDefinition() is var d
                && (d == typeof(Output<>) || d == typeof(Input<>))
            )
                return t;
        }
        return null;
    }

    private static void Write(Utf8JsonWriter writer, IOutput output, Type type, JsonSerializerOptions options)
    {
        var nested = NestedOutputs.Current;
        var waiting = output.GetDataAsync();
        if (!waiting.IsCompletedSuccessfully)
        {
            nested.Pending.Add(waiting.AsTask());
            writer.WriteNullValue();
            return;
        }

        var data = waiting.Result;
        nested.Join.Add(data.Resources, data.IsKnown, data.IsSecret);
        if (data.IsKnown)
            JsonSerializer.Serialize(writer, data.Value, type, options);
        else
            writer.WriteNullValue();
    }

    private sealed class OutputConverter<T> : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            NestedOutputs.Current.Wrap(JsonSerializer.Deserialize<T>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) =>
            OutputJsonConverterFactory.Write(writer, value, typeof(T), options);
    }

    private sealed class InputConverter<TInput, T> : JsonConverter<TInput>
        where TInput : Input<T>
    {
        public override TInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            Input<T> input = NestedOutputs.Current.Wrap(JsonSerializer.Deserialize<T>(ref reader, options)!);
            return input as TInput
                ?? throw new JsonException($"{typeof(TInput)} cannot be read from JSON; declare {typeof(Input<T>)}.");
        }

        public override void Write(Utf8JsonWriter writer, TInput value, JsonSerializerOptions options) =>
            OutputJsonConverterFactory.Write(writer, ((IInput)value).ToOutput(), typeof(T), options);
    }
}
