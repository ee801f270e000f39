using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Conformance.Tests.Recording;

/// <summary>Turns any request into fields of text, whatever fields the message has, so that nothing sent goes unseen.</summary>
internal static class RequestReader
{
    public static ImmutableSortedDictionary<string, string> Read(IMessage request)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Add(fields, "", request);
        return fields.ToImmutable();
    }

    private static void Add(IDictionary<string, string> fields, string prefix, IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder())
        {
            var value = field.Accessor.GetValue(message);
            var path = prefix + field.Name;
            if (field.IsMap)
                foreach (DictionaryEntry entry in (IDictionary)value)
                    AddOne(fields, $"{path}[{entry.Key}]", entry.Value!);
            else if (field.IsRepeated)
                AddList(fields, path, (IList)value);
            else if (IsSet(field, message, value))
                AddOne(fields, path, value);
        }
    }

    private static bool IsSet(FieldDescriptor field, IMessage message, object? value) =>
        field.HasPresence ? field.Accessor.HasValue(message)
        : field.FieldType == FieldType.Message ? value is not null
        : value switch
        {
            bool flag => flag,
            string text => text.Length > 0,
            ByteString bytes => bytes.Length > 0,
            _ => Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
        };

    private static void AddList(IDictionary<string, string> fields, string path, IList items)
    {
        if (items.Count > 0)
            fields[path] = $"[{string.Join(", ", items.Cast<object>().Select(Text))}]";
    }

    private static void AddOne(IDictionary<string, string> fields, string path, object value)
    {
        if (value is Struct map)
            foreach (var (key, item) in map.Fields)
                fields[$"{path}.{key}"] = WireText.Of(item);
        else if (value is Value or not IMessage)
            fields[path] = Text(value);
        else
            fields[path] = Text(value);
    }

    private static string Text(object value) =>
        value switch
        {
            Value wire => WireText.Of(wire),
            string text => WireText.Quote(text),
            bool flag => flag ? "true" : "false",
            IMessage message => $"{{{string.Join(", ", Read(message).Select(field => $"{field.Key}: {field.Value}"))}}}",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
