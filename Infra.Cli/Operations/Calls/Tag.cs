using System.Text.Json.Serialization;

namespace Infra.Cli.Operations.Calls;

/// <summary>A tag as AWS takes it.</summary>
internal sealed record Tag(string Key, string Value);

/// <summary>Writes tags without code made at run time.</summary>
[JsonSerializable(typeof(List<Tag>))]
internal sealed partial class TagJson : JsonSerializerContext;
