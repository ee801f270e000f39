using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi;

namespace Sdk.Tests.Support;

/// <summary>Short ways to what a test compares.</summary>
internal static class Data
{
    public const string Sig = "4dabf18193072939515e22adb298388d";
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public static async Task<(T Value, bool IsKnown, bool IsSecret, int Resources)> Of<T>(Output<T> output)
    {
        var data = await output.DataAsync();
        return (data.Value, data.IsKnown, data.IsSecret, data.Resources.Items.Length);
    }

    public static Struct Fields(params IEnumerable<(string Name, Value Value)> fields)
    {
        var all = new Struct();
        foreach (var (name, value) in fields)
            all.Fields[name] = value;
        return all;
    }

    public static Value Text(string text) => Value.ForString(text);

    public static Value Secret(Value value) =>
        Value.ForStruct(Fields((Sig, Text("1b47061264138c4ac30d75fd1eb44270")), ("value", value)));

    /// <summary>The JSON of a value on the wire, without spaces and with sorted keys.</summary>
    public static string Json(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.StructValue => Json(value.StructValue),
            Value.KindOneofCase.ListValue => $"[{string.Join(",", value.ListValue.Values.Select(Json))}]",
            _ => value.ToString(),
        };

    public static string Json(Struct value) =>
        $"{{{string.Join(",", value.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"\"{f.Key}\":{Json(f.Value)}"))}}}";

    public static async Task<ImmutableArray<Resource>> TestAsync(
        Action program,
        bool isPreview = true,
        Pulumi.Testing.IMocks? mocks = null
    ) => await Deployment.TestAsync(mocks ?? new EchoMocks(), new() { IsPreview = isPreview }, program);
}
