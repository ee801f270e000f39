using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>What is known of an args class: its marked members and how to read them. Made once per class and process.</summary>
internal sealed class ArgsPlan
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ArgsPlan> Plans = new();

    private readonly Type _type;
    private readonly Member[] _members;

    private ArgsPlan(Type type)
    {
        _type = type;
        _members =
        [
            .. type.GetFields(Members)
                .Cast<MemberInfo>()
                .Concat(type.GetProperties(Members))
                .Select(member => (Info: member, Input: member.GetCustomAttribute<InputAttribute>()))
                .Where(member => member.Input is not null)
                .Select(member => new Member(member.Input!, member.Info.Name, MemberReader.For(type, member.Info))),
        ];
    }

    public static ArgsPlan Of(Type type) => Plans.GetOrAdd(type, static t => new ArgsPlan(t));

    /// <summary>The properties that have a value, by the engine's names.</summary>
    /// <exception cref="InputProblem">A required one has none; all of them are named.</exception>
    public IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        foreach (var member in _members)
        {
            var value = member.Read(args);
            if (value is not null)
                yield return new(member.Input.Name, member.Input.Json ? JsonInput.Of(value) : value);
            else if (member.Input.IsRequired)
                throw Missing(args);
        }
    }

    private InputProblem Missing(InputArgs args)
    {
        var missing = _members
            .Where(member => member.Input.IsRequired && member.Read(args) is null)
            .Select(member => member.Name);
        return new($"{_type.Name} got no value for {string.Join(", ", missing)}, want one; it is required");
    }

    private sealed record Member(InputAttribute Input, string Name, Func<object, object?> Read);
}
