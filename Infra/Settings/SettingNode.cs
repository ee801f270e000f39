using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>One setting or group of settings, as its record declares it.</summary>
/// <param name="Path">The keys from the root, joined by dots; empty for the root.</param>
/// <param name="Property">The property of the record; nothing for the root.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="About">What people must know of it.</param>
internal sealed record SettingNode(string Path, PropertyInfo? Property, Type Type, SettingAttribute About)
{
    /// <summary>What a stack file may write for it.</summary>
    public SettingKind Kind { get; } = KindOf(Type);

    /// <summary>Its key within its group.</summary>
    public string Key => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>What is in a group, in the order of declaration, or in a table, in the order of its keys; nothing in a setting.</summary>
    public ImmutableArray<SettingNode> Children { get; private init; } = [];

    /// <summary>Whether there are further settings below it.</summary>
    public bool IsBranch => Kind is SettingKind.Group or SettingKind.Table;

    /// <summary>The settings at and below this node, groups and tables left out.</summary>
    public IEnumerable<SettingNode> Leaves => IsBranch ? Children.SelectMany(child => child.Leaves) : [this];

    /// <summary>The words accepted: those of an enum, else those declared.</summary>
    public IReadOnlyList<string> Words => Kind == SettingKind.Word ? [.. Enum.GetNames(Type).Select(Word.Of)] : About.Words;

    /// <summary>What is accepted, in words that fit behind "want".</summary>
    public string Allowed =>
        Kind switch
        {
            SettingKind.Group or SettingKind.Table => "a map of settings",
            SettingKind.Truth => "true or false",
            SettingKind.Number => AllowedNumbers,
            SettingKind.Word => Spelling.OneOf(Words),
            SettingKind.Texts => Words.Count > 0
                ? $"a list of {Spelling.List(Words, "and")}"
                : $"a list of {About.Form ?? "texts"}",
            SettingKind.TextMap => "a map of texts",
            _ => Words.Count > 0 ? Spelling.OneOf(Words) : About.Form ?? "a text",
        };

    /// <summary>The tree of settings that a record declares. One with a table needs its defaults too: <see cref="Of"/>.</summary>
    public static SettingNode Root(Type type) => Node("", null, type, new(""), null);

    /// <summary>The tree of settings of a record whose defaults are known; their tables say which entries there are.</summary>
    public static SettingNode Of(object defaults) => Node("", null, defaults.GetType(), new(""), defaults);

    /// <summary>The value of this node in a record of settings.</summary>
    /// <param name="settings">A record of the root's type.</param>
    public object? ValueIn(object settings)
    {
        object? value = settings;
        foreach (var key in Path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            value = SettingTable.Is(value)
                ? SettingTable.Entry(value, key)
                : value?.GetType().GetProperty(Pascal(key))?.GetValue(value);
        return value;
    }

    private string AllowedNumbers =>
        About switch
        {
            { Numbers: { Length: > 0 } numbers } => Spelling.OneOf([.. numbers.Select(number => $"{number}")]),
            { Min: > int.MinValue, Max: < int.MaxValue } => $"{About.Min} to {About.Max}",
            { Min: > int.MinValue } => $"{About.Min} or more",
            _ => "a whole number",
        };

    private static SettingNode Node(string path, PropertyInfo? property, Type type, SettingAttribute about, object? defaults) =>
        new(path, property, type, about)
        {
            Children = KindOf(type) switch
            {
                SettingKind.Group => Members(path, type, defaults),
                SettingKind.Table => Entries(path, defaults),
                _ => [],
            },
        };

    private static ImmutableArray<SettingNode> Members(string path, Type type, object? defaults) =>
        [
            .. from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let about = property.GetCustomAttribute<SettingAttribute>()
            where about is not null
            let key = JsonNamingPolicy.CamelCase.ConvertName(property.Name)
            let value = defaults is null ? null : property.GetValue(defaults)
            select Node(path.Length == 0 ? key : $"{path}.{key}", property, property.PropertyType, about, value),
        ];

    private static ImmutableArray<SettingNode> Entries(string path, object? defaults)
    {
        if (!SettingTable.Is(defaults))
            throw new ArgumentException($"{path} is a table: the keys of its entries are those of the defaults, so give them");
        ImmutableArray<SettingNode> entries =
        [
            .. from key in SettingTable.Keys(defaults)
            let value = SettingTable.Entry(defaults, key)
            select Node($"{path}.{key}", null, value.GetType(), new(""), value),
        ];
        return
            entries.IsEmpty
            || entries.Any(entry => entry.Key.Length == 0 || entry.Path != $"{path}.{entry.Key}" || entry.HoldsTable)
            ? throw new ArgumentException($"{path} is a table: it needs entries, keys without dots, and no table inside")
            : entries;
    }

    private bool HoldsTable => Children.Any(child => child.Kind == SettingKind.Table || child.HoldsTable);

    private static SettingKind KindOf(Type type) =>
        type switch
        {
            _ when type == typeof(bool) => SettingKind.Truth,
            _ when type == typeof(int) => SettingKind.Number,
            _ when type == typeof(string) => SettingKind.Text,
            _ when type == typeof(ImmutableArray<string>) => SettingKind.Texts,
            _ when type == typeof(ImmutableSortedDictionary<string, string>) => SettingKind.TextMap,
            { IsEnum: true } => SettingKind.Word,
            _ when SettingTable.Is(type) => SettingKind.Table,
            _ => SettingKind.Group,
        };

    private static string Pascal(string key) => char.ToUpperInvariant(key[0]) + key[1..];
}
