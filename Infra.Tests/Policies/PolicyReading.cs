using System.Text.Json;

namespace Infra.Tests.Policies;

/// <summary>Reads policies that components registered.</summary>
internal static class PolicyReading
{
    /// <summary>The statements by Sid.</summary>
    public static Dictionary<string, JsonElement> Statements(object policy) =>
        JsonDocument
            .Parse((string)policy)
            .RootElement.GetProperty("Statement")
            .EnumerateArray()
            .ToDictionary(s => s.GetProperty("Sid").GetString()!);

    /// <summary>What is under some keys, one inside the other, as a list of texts.</summary>
    public static string[] Texts(this JsonElement statement, params string[] keys)
    {
        var found = keys.Aggregate(statement, (element, key) => element.GetProperty(key));
        return found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Select(item => item.GetString()!)]
            : [found.GetString()!];
    }
}
