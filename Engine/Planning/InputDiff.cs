using System.Collections.Immutable;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Compares what a program set before with what it sets now, the way providers do: nothing and null are the same, lists are compared item by
/// item, a secret with what it hides, a number with its text. A value not known before deployment differs from any known one; a secret of the
/// baseline that cannot be opened differs from nothing but a missing value.
/// </summary>
internal sealed class InputDiff
{
    private readonly List<InputDifference> _found = [];
    private string _property = "";

    private readonly Func<string, bool>? _renewed;

    private InputDiff(Func<string, bool>? renewed) => _renewed = renewed;

    /// <summary>
    /// Every difference, in the order of the paths. Without a schema none of them replaces. A value unknown before and now is the same unless
    /// <paramref name="renewed"/> says of its top-level property that what it comes from is made anew.
    /// </summary>
    public static IReadOnlyList<InputDifference> Between(
        ObjectValue old,
        ObjectValue now,
        ResourceSchema? schema = null,
        Func<string, bool>? renewed = null
    )
    {
        if (ReferenceEquals(old, now))
            return [];
        var diff = new InputDiff(renewed);
        diff.Members(old, now, schema?.Inputs, null, "", replaces: false);
        return diff._found;
    }

    private void Members(
        ObjectValue old,
        ObjectValue now,
        IReadOnlyDictionary<string, PropertySchema>? schema,
        SchemaType? values,
        string path,
        bool replaces
    )
    {
        var defaults = ProviderDefaults.Of(old);
        foreach (var (key, before) in old.Properties)
            if (!ProviderDefaults.IsBookkeeping(key) && !(now[key] is null && defaults.Contains(key)))
                Member(key, before, now[key]);
        foreach (var (key, after) in now.Properties)
            if (old[key] is null && !ProviderDefaults.IsBookkeeping(key))
                Member(key, null, after);

        void Member(string key, PropertyValue? before, PropertyValue? after)
        {
            if (path.Length == 0)
                _property = key;
            var property = schema?.GetValueOrDefault(key);
            Compare(
                before,
                after,
                property?.Type ?? values,
                PropertyPath.Key(path, key),
                replaces || property is { WillReplaceOnChanges: true }
            );
        }
    }

    private void Compare(PropertyValue? old, PropertyValue? now, SchemaType? type, string path, bool replaces)
    {
        if (ReferenceEquals(old, now) && now is not UnknownValue)
            return;
        var closed = old is SecretValue { Inner: UnknownValue };
        var (before, after) = (Bare(old), Bare(now));
        switch (before, after)
        {
            case (null, null):
                break;
            case (null, _):
                Add(path, DifferenceKind.Add, replaces);
                break;
            case (_, null):
                Add(path, DifferenceKind.Delete, replaces);
                break;
            case var _ when closed:
                break;
            case (ObjectValue left, ObjectValue right):
                var shape = SchemaShapes.Object(type, right);
                Members(left, right, shape?.Properties, SchemaShapes.Values(type), path, replaces);
                break;
            case (ArrayValue left, ArrayValue right):
                Items(left.Items, right.Items, SchemaShapes.Items(type), path, replaces);
                break;
            case (UnknownValue, UnknownValue):
                if (_renewed?.Invoke(_property) == true)
                    Add(path, DifferenceKind.Update, replaces);
                break;
            default:
                if (!Scalars.Same(before, after))
                    Add(path, DifferenceKind.Update, replaces);
                break;
        }
    }

    private void Items(
        ImmutableArray<PropertyValue> old,
        ImmutableArray<PropertyValue> now,
        SchemaType? type,
        string path,
        bool replaces
    )
    {
        for (var index = 0; index < Math.Max(old.Length, now.Length); index++)
            Compare(
                index < old.Length ? old[index] : null,
                index < now.Length ? now[index] : null,
                type,
                PropertyPath.Index(path, index),
                replaces
            );
    }

    private void Add(string path, DifferenceKind kind, bool replaces) =>
        _found.Add(new InputDifference(path, _property, replaces ? kind.Replacing() : kind));

    private static PropertyValue? Bare(PropertyValue? value) =>
        value switch
        {
            SecretValue secret => Bare(secret.Inner),
            NullValue => null,
            _ => value,
        };
}
