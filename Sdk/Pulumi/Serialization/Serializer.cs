using System.Collections;
using System.Reflection;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Enum = System.Enum;

namespace Pulumi;

/// <summary>
/// Turns values into Pulumi's wire format, waiting for outputs among them, and collects the resources they came from. One object serves
/// one flow of work: it is not safe for use from several at once.
/// </summary>
/// <param name="root">Where the values stand, for messages.</param>
/// <param name="keepResources">Whether resources are sent as references; otherwise as their ids, components as their URNs.</param>
/// <param name="keepOutputs">Whether outputs are sent with their dependencies, secrecy and unknownness. Default: as values.</param>
/// <param name="referencesAreNoDependencies">Whether a reference to a resource is no dependency on it. Default: it is one.</param>
internal sealed partial class Serializer(
    string root,
    bool keepResources,
    bool keepOutputs = false,
    bool referencesAreNoDependencies = false
)
{
    private readonly List<string> _path = [];
    private HashSet<Resource>? _dependencies;
    private bool _keepOutputs = keepOutputs;

    /// <summary>Whether a value that is not known was met.</summary>
    public bool HasUnknowns { get; private set; }

    /// <summary>Whether a secret was met while secrets are not marked.</summary>
    public bool HasSecrets { get; private set; }

    /// <summary>Whether secrets are marked where they stand. Default: yes; if not, <see cref="HasSecrets"/> says that there were some.</summary>
    public bool MarksSecrets { get; init; } = true;

    /// <summary>The resources met since the last time; nothing if there were none.</summary>
    public HashSet<Resource>? TakeDependencies()
    {
        var taken = _dependencies;
        _dependencies = null;
        return taken;
    }

    public async ValueTask<Value?> SerializeAsync(object? value, string member)
    {
        _path.Add(member);
        var serialized = await SerializeAsync(value).ConfigureAwait(false);
        _path.RemoveAt(_path.Count - 1);
        return serialized;
    }

    /// <summary>The value on the wire; nothing if it is to be left out.</summary>
    public ValueTask<Value?> SerializeAsync(object? value)
    {
        switch (value)
        {
            case null:
            case ValueTuple:
                return default;
            case string text:
                HasUnknowns |= text == WireNames.Unknown;
                return new(Value.ForString(text));
            case bool truth:
                return new(Value.ForBool(truth));
            case int number:
                return new(Value.ForNumber(number));
            case double number:
                return new(Value.ForNumber(number));
            case IInput input:
                return SerializeAsync(input.Content);
            case IOutput output:
                return SerializeOutputAsync(output);
            case IUnion union:
                return SerializeAsync(union.Value);
            case InputArgs args:
                return SerializeObjectAsync(args.Properties());
            case AssetOrArchive asset:
                return SerializeAssetAsync(asset);
            case JsonElement json:
                return new(JsonValues.Of(json));
            case Resource resource:
                return SerializeResourceAsync(resource);
            case IDictionary map:
                return SerializeMapAsync(map);
            case IList list:
                return SerializeListAsync(list);
            case Enum constant when constant.GetTypeCode() == TypeCode.Int32:
                return new(Value.ForNumber((int)value));
            case Task:
                throw Refusal("got a Task, want an Output; wrap it with Output.Create");
            default:
                return SerializeOtherAsync(value);
        }
    }

    private ValueTask<Value?> SerializeOtherAsync(object value)
    {
        var type = value.GetType();
        if (EnumTypes.Of(type) is { } enumType)
            return SerializeAsync(enumType.Underlying(value));
        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
            return SerializeObjectAsync(OutputTypes.Fields(value));
        throw Refusal(
            $"got a {type.FullName}, want a string, bool, int, double, enum, list, map with string keys, args class, asset, resource or JsonElement"
        );
    }

    private async ValueTask<Value?> SerializeObjectAsync(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var fields = new Struct();
        foreach (var (name, property) in properties)
        {
            if (await SerializeAsync(property, name).ConfigureAwait(false) is { } value)
                fields.Fields[name] = value;
        }
        return Value.ForStruct(fields);
    }

    private async ValueTask<Value?> SerializeMapAsync(IDictionary map)
    {
        var fields = new Struct();
        foreach (var key in SortedKeys(map))
        {
            if (await SerializeAsync(map[key], key).ConfigureAwait(false) is { } value)
                fields.Fields[key] = value;
        }
        return Value.ForStruct(fields);
    }

    // Hashing differs from process to process; in JSON texts the order would show, and every preview would differ from the last.
    private string[] SortedKeys(IDictionary map)
    {
        var keys = new string[map.Count];
        var count = 0;
        foreach (var key in map.Keys)
            keys[count++] = key as string ?? throw Refusal($"got a map with keys of {key.GetType().FullName}, want string keys");
        Array.Sort(keys, StringComparer.Ordinal);
        return keys;
    }

    private async ValueTask<Value?> SerializeListAsync(IList list)
    {
        var values = new ListValue();
        if (!ImmutableArrays.IsDefault(list))
        {
            for (var i = 0; i < list.Count; i++)
                values.Values.Add(await SerializeElementAsync(list[i], i).ConfigureAwait(false) ?? Value.ForNull());
        }
        return new Value { ListValue = values };
    }

    private ValueTask<Value?> SerializeElementAsync(object? element, int index) =>
        element is string or null ? SerializeAsync(element) : SerializeAsync(element, $"[{index}]");

    private async ValueTask<Value?> SerializeAssetAsync(AssetOrArchive asset)
    {
        var content = await SerializeAsync(asset.Content, asset.Form).ConfigureAwait(false);
        return Special(asset.Signature, (asset.Form, content!));
    }

    private static Value Special(string signature, params ReadOnlySpan<(string Name, Value Value)> fields)
    {
        var special = new Struct { Fields = { [WireNames.Signature] = Value.ForString(signature) } };
        foreach (var (name, value) in fields)
            special.Fields[name] = value;
        return Value.ForStruct(special);
    }

    private void DependOn(ResourceSet resources)
    {
        if (!resources.IsEmpty)
            resources.AddTo(_dependencies ??= []);
    }

    private InputProblem Refusal(string text)
    {
        var path = string.Join(".", _path.Prepend(root).Where(part => part.Length > 0))
            .Replace(".[", "[", StringComparison.Ordinal);
        return new($"{path}: {text}");
    }
}
