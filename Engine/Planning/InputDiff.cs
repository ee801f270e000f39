using System.Collections.Immutable;
using Engine.Schemas;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Compares what a program set before with what it sets now, the way providers do: nothing and null are the same, lists are compared item by
/// item unless AWS keeps them as sets, texts that hold JSON as documents where providers do, a number with its text. A value not known before
/// deployment differs from any known one. Secrets are compared as a whole, by <see cref="SecretComparison"/>: one that the baseline does not tell
/// differs from nothing but a missing value.
/// </summary>
internal sealed class InputDiff
{
    private readonly List<InputDifference> _found = [];
    private readonly DiffContext _context;
    private string _property = "";

    private InputDiff(DiffContext context) => _context = context;

    /// <summary>Every difference, in the order of the paths. Without a schema none of them replaces.</summary>
    public static IReadOnlyList<InputDifference> Between(ObjectValue old, ObjectValue now, ResourceSchema? schema = null) =>
        Between(old, now, new DiffContext { Schema = schema });

    /// <summary>
    /// Every difference, in the order of the paths. A value unknown before and now is the same unless the context says that what it comes from is
    /// made anew.
    /// </summary>
    public static IReadOnlyList<InputDifference> Between(ObjectValue old, ObjectValue now, DiffContext context)
    {
        if (ReferenceEquals(old, now))
            return [];
        var diff = new InputDiff(context);
        diff.Members(old, now, context.Schema?.Inputs, null, "", replaces: false);
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
            case var _ when old is SecretValue || now is SecretValue:
                if (!_context.Secrets.Same(old!, now!) || IsRenewed(old!.Unwrap(), after))
                    Add(path, DifferenceKind.Update, replaces);
                break;
            case (ObjectValue left, ObjectValue right):
                var shape = SchemaShapes.Object(type, right);
                Members(left, right, shape?.Properties, SchemaShapes.Values(type), path, replaces);
                break;
            case (ArrayValue left, ArrayValue right) when SetLists.Contains(_context.Type, path):
                Elements(left.Items, right.Items, SchemaShapes.Items(type), path, replaces);
                break;
            case (ArrayValue left, ArrayValue right):
                Items(left.Items, right.Items, SchemaShapes.Items(type), path, replaces);
                break;
            case (UnknownValue, UnknownValue):
                if (_context.Renewed(_property))
                    Add(path, DifferenceKind.Update, replaces);
                break;
            case (StringValue left, StringValue right):
                if (_context.RenewedText(right.Value) || !JsonProperties.Same(_context.Type, path, left.Value, right.Value))
                    Add(path, DifferenceKind.Update, replaces);
                break;
            default:
                if (!Scalars.Same(before, after))
                    Add(path, DifferenceKind.Update, replaces);
                break;
        }
    }

    private void Items(
        IReadOnlyList<PropertyValue?> old,
        IReadOnlyList<PropertyValue?> now,
        SchemaType? type,
        string path,
        bool replaces
    )
    {
        for (var index = 0; index < Math.Max(old.Count, now.Count); index++)
            Compare(
                index < old.Count ? old[index] : null,
                index < now.Count ? now[index] : null,
                type,
                PropertyPath.Index(path, index),
                replaces
            );
    }

    // Of a set only what the other side has not is compared, as Pulumi does: where both sides have such an element in one place it is an update.
    private void Elements(
        ImmutableArray<PropertyValue> old,
        ImmutableArray<PropertyValue> now,
        SchemaType? type,
        string path,
        bool replaces
    )
    {
        var (left, right) = (old.ToList<PropertyValue?>(), now.ToList<PropertyValue?>());
        for (var index = 0; index < left.Count; index++)
            if (
                right.FindIndex(item => item is not null && SameElement(left[index]!, item, type, path, index)) is >= 0 and var at
            )
                left[index] = right[at] = null;
        Items(left, right, type, path, replaces);
    }

    private bool SameElement(PropertyValue old, PropertyValue now, SchemaType? type, string path, int index)
    {
        var alone = new InputDiff(_context) { _property = _property };
        alone.Compare(old, now, type, PropertyPath.Index(path, index), replaces: false);
        return alone._found.Count == 0;
    }

    // Of a secret that is not known at all nothing was compared.
    private bool IsRenewed(PropertyValue old, PropertyValue now) =>
        old is not UnknownValue
        && now switch
        {
            UnknownValue => _context.Renewed(_property),
            StringValue text => _context.RenewedText(text.Value),
            SecretValue secret => IsRenewed(old, secret.Inner),
            ArrayValue list => list.Items.Any(item => IsRenewed(old, item)),
            ObjectValue map => map.Properties.Any(member => IsRenewed(old, member.Value)),
            _ => false,
        };

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
