using System.Collections.Immutable;
using System.Text.Json;
using Engine;

namespace Infra.Cli.Deployed;

/// <summary>Reads values out of the outputs of a stack and keeps every problem until the end.</summary>
internal sealed class OutputReader(JsonElement outputs)
{
    private readonly List<string> _problems = [];

    /// <summary>A text that is not empty.</summary>
    public string Text(string path)
    {
        if (Find(path) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text)
            return text;
        Miss(path, "a text");
        return "";
    }

    /// <summary>The text of the one output whose name ends so, in any spelling: <c>userPoolId</c> is found as <c>cognito_user_pool_id</c> too.</summary>
    public string TextNamed(string ending)
    {
        var names = Named(ending);
        if (names.Count <= 1)
            return Text(names.Count == 1 ? names[0] : ending);
        _problems.Add($"{ending}: got {string.Join(" and ", names)}, want one");
        return "";
    }

    /// <summary>The text of the output of that name, in any spelling. Default: there is none.</summary>
    public string? OptionalText(string name) =>
        outputs
            .EnumerateObject()
            .Where(output => Folded(output.Name) == Folded(name) && output.Value.ValueKind == JsonValueKind.String)
            .Select(output => output.Value.GetString())
            .FirstOrDefault();

    /// <summary>Notes that a value is of no use.</summary>
    public void Refuse(string path, string got, string want) => _problems.Add($"{path}: got {got}, want {want}");

    /// <summary>A list of one text or more.</summary>
    public ImmutableArray<string> Texts(string path)
    {
        if (Find(path) is { ValueKind: JsonValueKind.Array } found)
        {
            var texts = found
                .EnumerateArray()
                .Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "")
                .ToImmutableArray();
            if (texts.Length > 0 && texts.All(text => text.Length > 0))
                return texts;
        }
        Miss(path, "a list of one text or more");
        return [];
    }

    /// <summary>true or false.</summary>
    public bool Boolean(string path)
    {
        if (Find(path) is { ValueKind: JsonValueKind.True or JsonValueKind.False } found)
            return found.GetBoolean();
        Miss(path, "true or false");
        return false;
    }

    /// <summary>Tells every problem, with the way out.</summary>
    /// <exception cref="InputException">There is one.</exception>
    public void ThrowIfAny(string source)
    {
        if (_problems.Count > 0)
            throw new InputException(source, [.. _problems]);
    }

    // A name that is the ending itself goes before longer ones.
    private List<string> Named(string ending)
    {
        var names = outputs
            .EnumerateObject()
            .Select(output => output.Name)
            .Where(name => Folded(name).EndsWith(Folded(ending), StringComparison.Ordinal))
            .ToList();
        return names.Where(name => Folded(name) == Folded(ending)).ToList() is { Count: > 0 } exact ? exact : names;
    }

    private static string Folded(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private JsonElement? Find(string path)
    {
        var at = outputs;
        foreach (var name in path.Split('.'))
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return null;
        return at;
    }

    private void Miss(string path, string want)
    {
        var got = Find(path) is { } found ? found.GetRawText() : "nothing";
        _problems.Add($"{path}: got {got}, want {want}; deploy the stack first (pulumi up)");
    }
}
