using System.Text.Json.Serialization;

namespace Infra.Cli.Jobs;

/// <summary>Reads small JSON values without code made at run time.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class JobJson : JsonSerializerContext;
