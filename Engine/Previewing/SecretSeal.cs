using System.Collections.Immutable;
using Engine.Monitor;
using Engine.Planning;
using Engine.Values;

namespace Engine.Previewing;

/// <summary>
/// Turns plain values that hold the text of a secret into secrets, so that nothing that shows a plan can show it: a program may read a secret
/// as if it were none, or build a text out of one.
/// </summary>
internal sealed class SecretSeal(SecretTexts secrets, DiagnosticLog log)
{
    /// <summary>Whether a step can be shown at all: one whose name holds a secret is left out, with an error.</summary>
    public bool MayBeNamed(PlanStep step)
    {
        if (secrets.Count == 0 || !secrets.Finds(step.Urn))
            return true;
        log.AddFinding(
            Severity.Error,
            $"{step.Urn}: its name holds a secret, and names are shown everywhere; choose a name without it",
            step.Urn
        );
        return false;
    }

    public PlanStep Seal(PlanStep step)
    {
        if (secrets.Count == 0)
            return step;
        var leaks = new List<string>();
        var (old, now) = (step.Old, step.New);
        if (now is not null)
        {
            var inputs = Seal(now.Inputs, leaks);
            foreach (var path in leaks)
                log.AddFinding(
                    Severity.Warning,
                    $"{path} holds the text of a secret but is not one; it is masked here, yet a deployment would store it in plain: read the value with RequireSecret, and keep it an Output",
                    step.Urn
                );
            now = now with { Inputs = inputs, Outputs = Seal(now.Outputs, null) };
        }
        if (old is not null)
            old = old with { Inputs = Seal(old.Inputs, null), Outputs = Seal(old.Outputs, null) };
        return step with { Old = old, New = now };
    }

    public ObjectValue Seal(ObjectValue properties, List<string>? leaks)
    {
        var sealedProperties = properties.Properties;
        foreach (var (key, value) in properties.Properties)
            if (Seal(value, PropertyPath.Key("", key), leaks) is var changed && !ReferenceEquals(changed, value))
                sealedProperties = sealedProperties.SetItem(key, changed);
        return ReferenceEquals(sealedProperties, properties.Properties) ? properties : new ObjectValue(sealedProperties);
    }

    private PropertyValue Seal(PropertyValue value, string path, List<string>? leaks)
    {
        switch (value)
        {
            case StringValue { Value: var text } when secrets.Finds(text):
            case AssetValue { Value: var content } when secrets.Finds(content):
                leaks?.Add(path);
                return new SecretValue(value);
            case ArrayValue array:
                return Seal(array, path, leaks);
            case ObjectValue map when map.Properties.Keys.Any(secrets.Finds):
                leaks?.Add(path);
                return new SecretValue(map);
            case ObjectValue map:
                return Seal(map, path, leaks);
            default:
                return value;
        }
    }

    private ArrayValue Seal(ArrayValue array, string path, List<string>? leaks)
    {
        ImmutableArray<PropertyValue>.Builder? changed = null;
        for (var i = 0; i < array.Items.Length; i++)
        {
            var item = Seal(array.Items[i], PropertyPath.Index(path, i), leaks);
            if (!ReferenceEquals(item, array.Items[i]))
                (changed ??= array.Items.ToBuilder())[i] = item;
        }
        return changed is null ? array : new ArrayValue(changed.MoveToImmutable());
    }

    private ObjectValue Seal(ObjectValue map, string path, List<string>? leaks)
    {
        var properties = map.Properties;
        foreach (var (key, value) in map.Properties)
            if (Seal(value, PropertyPath.Key(path, key), leaks) is var changed && !ReferenceEquals(changed, value))
                properties = properties.SetItem(key, changed);
        return ReferenceEquals(properties, map.Properties) ? map : new ObjectValue(properties);
    }
}
