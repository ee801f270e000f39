using System.Text.Json.Serialization;

namespace Infra.Cli.Stacks;

/// <summary>Reads lists of accounts without code made at run time.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class AccountJson : JsonSerializerContext;
