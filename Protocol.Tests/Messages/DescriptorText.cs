using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Protocol.Tests.Messages;

/// <summary>Writes a compiled .proto file in the notation of the tables beside this file: number, name, type and label of each field.</summary>
internal static class DescriptorText
{
    /// <summary>One block of lines per message and enum, by its name.</summary>
    public static Dictionary<string, string> Of(FileDescriptor file) =>
        file
            .MessageTypes.SelectMany(message => message.NestedTypes.Prepend(message))
            .Where(message => message.GetOptions()?.MapEntry != true)
            .Select(message => (Name: Short(message), Lines: Fields(message)))
            .Concat(file.EnumTypes.Select(e => (Name: "enum " + e.Name, Lines: e.Values.Select(v => $"{v.Number, 5} {v.Name}"))))
            .ToDictionary(block => block.Name, block => string.Join('\n', block.Lines));

    /// <summary>The blocks of a table.</summary>
    public static Dictionary<string, string> Parse(string table) =>
        table
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.TrimEnd().Split('\n', 2))
            .ToDictionary(block => block[0], block => block.Length == 2 ? block[1] : "");

    private static IEnumerable<string> Fields(MessageDescriptor message)
    {
        foreach (var field in message.Fields.InFieldNumberOrder())
            yield return $"{field.FieldNumber, 5} {field.Name, -27} {Type(field)}{Label(field)}";

        // The end of a range is the first number that is free again.
        var reserved = message
            .ToProto()
            .ReservedRange.SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start));
        if (reserved.Any())
            yield return "  reserved " + string.Join(", ", reserved);
    }

    private static string Type(FieldDescriptor field) =>
        field switch
        {
            { IsMap: true } =>
                $"map<{Type(field.MessageType.FindFieldByNumber(1))}, {Type(field.MessageType.FindFieldByNumber(2))}>",
            { FieldType: FieldType.Message } => Short(field.MessageType),
            { FieldType: FieldType.Enum } => field.EnumType.Name,
            _ => field.FieldType.ToString().ToLowerInvariant(),
        };

    private static string Label(FieldDescriptor field) =>
        field switch
        {
            { IsMap: true } => "",
            { IsRepeated: true } => " repeated",
            { RealContainingOneof: { } oneof } => " oneof " + oneof.Name,
            _ when field.ToProto().Proto3Optional => " optional",
            _ => "",
        };

    private static string Short(MessageDescriptor message) =>
        message.ContainingType is { } outer ? $"{outer.Name}.{message.Name}" : message.Name;
}
