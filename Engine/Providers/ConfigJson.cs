using System.Text.Json.Serialization;

namespace Engine.Providers;

/// <summary>How configuration travels to programs; generated, so that a start-up does no reflection.</summary>
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class ConfigJson : JsonSerializerContext;
