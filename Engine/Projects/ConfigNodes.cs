using System.Collections.Immutable;
using Engine.Planning;
using Engine.Projects.Yaml;

namespace Engine.Projects;

/// <summary>Makes configuration values of YAML and finds one by its path.</summary>
internal static class ConfigNodes
{
    private const string SecureKey = "secure";

    /// <summary>A map whose only key is <c>secure</c> with a text is a secret, at any depth.</summary>
    public static ConfigNode From(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => new ConfigScalar(scalar.Value, scalar.Line),
            YamlList list => new ConfigList([.. list.Items.Select(From)], list.Line),
            YamlMap { Entries: [{ Key: SecureKey, Value: YamlScalar { Value.Kind: ScalarKind.Text } secret }] } map =>
                new ConfigSecret(secret.Text, map.Line),
            YamlMap map => new ConfigMap(
                ConfigMap.None.AddRange(
                    map.Entries.Select(entry => KeyValuePair.Create(entry.Key, new ConfigMember(From(entry.Value), entry.Line)))
                ),
                map.Line
            ),
            _ => throw new ArgumentException($"{node.GetType().Name} is no YAML value", nameof(node)),
        };

    /// <summary>The member at a path below a value, or nothing.</summary>
    public static ConfigMember? Find(ConfigMember from, ReadOnlySpan<PathElement> path)
    {
        foreach (var element in path)
        {
            var next = from.Value switch
            {
                ConfigMap map when element.Key is { } key => map.Members.GetValueOrDefault(key),
                ConfigList list when element.Index is { } index && index < list.Items.Length => new(
                    list.Items[index],
                    list.Items[index].Line
                ),
                _ => null,
            };
            if (next is null)
                return null;
            from = next;
        }
        return from;
    }

    /// <summary>The value with a member put in at a path of keys; what is in the way stays.</summary>
    public static ConfigNode Put(ConfigNode? into, ReadOnlySpan<PathElement> path, ConfigNode value)
    {
        if (path.IsEmpty)
            return value;
        if (path[0].Key is not { } key || into is not (null or ConfigMap))
            return into ?? value;
        var members = (into as ConfigMap)?.Members ?? ConfigMap.None;
        var inner = Put(members.GetValueOrDefault(key)?.Value, path[1..], value);
        return new ConfigMap(members.SetItem(key, new ConfigMember(inner, value.Line)), into?.Line ?? value.Line);
    }

    /// <summary>Every secret in a value, with its path below it.</summary>
    public static IEnumerable<(ImmutableArray<PathElement> Path, ConfigSecret Secret)> Secrets(ConfigNode node) =>
        Secrets(node, []);

    private static IEnumerable<(ImmutableArray<PathElement> Path, ConfigSecret Secret)> Secrets(
        ConfigNode node,
        ImmutableArray<PathElement> path
    ) =>
        node switch
        {
            ConfigSecret secret => [(path, secret)],
            ConfigList list => list.Items.SelectMany((item, index) => Secrets(item, path.Add(new PathElement(index)))),
            ConfigMap map => map.Members.SelectMany(member => Secrets(member.Value.Value, path.Add(new PathElement(member.Key)))),
            _ => [],
        };
}
