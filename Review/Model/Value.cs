using System.Globalization;
using Engine.Values;

namespace Review.Model;

/// <summary>
/// A property of a resource as rules ask it: there, missing, or not known before deployment. Secrets are looked into and never shown: nothing
/// a rule says of a value may quote one that <see cref="IsSecret"/>.
/// </summary>
public sealed class Value
{
    private readonly PropertyValue? _value;

    /// <summary>What the program left out.</summary>
    public static Value Missing { get; } = new(null);

    /// <summary>Wraps a value; nothing where the program left it out.</summary>
    public Value(PropertyValue? value, bool secret = false)
    {
        IsSecret = secret || value is SecretValue;
        _value = value?.Unwrap() is NullValue ? null : value?.Unwrap();
    }

    /// <summary>The value, out of the secret that may wrap it; nothing where there is none.</summary>
    public PropertyValue? Bare => _value;

    /// <summary>Whether the program left it out.</summary>
    public bool IsMissing => _value is null;

    /// <summary>Whether nothing is known of it before deployment. A stand-in for an output is not known either, but says whose output it is.</summary>
    public bool IsUnknown => _value is UnknownValue || _value is StringValue { Value: var text } && Reference.IsIn(text);

    /// <summary>Whether it is, or lies in, a secret.</summary>
    public bool IsSecret { get; }

    /// <summary>The text, stand-ins included; nothing where it is none. Numbers and truth values are texts too, as AWS takes them.</summary>
    public string? Text =>
        _value switch
        {
            StringValue text => text.Value,
            NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            BoolValue truth => truth.Value ? "true" : "false",
            _ => null,
        };

    /// <summary>The truth value; nothing where it is none. Its text is taken too.</summary>
    public bool? Bool =>
        _value switch
        {
            BoolValue truth => truth.Value,
            StringValue { Value: var text } when bool.TryParse(text, out var truth) => truth,
            _ => null,
        };

    /// <summary>The number; nothing where it is none. Its text is taken too.</summary>
    public double? Number =>
        _value switch
        {
            NumberValue number => number.Value,
            StringValue { Value: var text }
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    /// <summary>The items of a list; a single value counts as a list of itself, as in policies; none where it is missing or unknown.</summary>
    public IEnumerable<Value> Items
    {
        get
        {
            var secret = IsSecret;
            return _value switch
            {
                null or UnknownValue => [],
                ArrayValue list => list.Items.Select(item => new Value(item, secret)),
                _ => [this],
            };
        }
    }

    /// <summary>The texts of a list, unknown ones left out.</summary>
    public IEnumerable<string> Texts => Items.Select(item => item.Text).OfType<string>();

    /// <summary>The members of a map by key; none where it is no map.</summary>
    public IEnumerable<Member> Members
    {
        get
        {
            var secret = IsSecret;
            return _value is ObjectValue map
                ? map.Properties.Select(member => new Member(member.Key, new Value(member.Value, secret)))
                : [];
        }
    }

    /// <summary>Whether it is known and holds nothing: missing, an empty text, list or map.</summary>
    public bool IsEmpty =>
        _value
            is null
                or StringValue { Value: "" }
                or ArrayValue { Items.IsEmpty: true }
                or ObjectValue { Properties.IsEmpty: true };

    /// <summary>Whether anything in it is unknown, at any depth; stand-ins count as known here.</summary>
    public bool HasUnknown => _value?.ContainsUnknowns() ?? false;

    /// <summary>
    /// What lies below, by keys and positions with dots between them: <c>metadataOptions.httpTokens</c>, <c>rules.0.name</c>. A list of one is
    /// looked through, as providers do with nested blocks. Below an unknown everything is unknown.
    /// </summary>
    public Value this[string path]
    {
        get
        {
            var (value, secret) = (_value, IsSecret);
            foreach (var range in path.AsSpan().Split('.'))
            {
                var key = path.AsSpan()[range];
                value = Below(value, key);
                secret |= value is SecretValue;
                value = value?.Unwrap();
            }
            return new Value(value, secret);
        }
    }

    /// <summary>The JSON document that a text holds, as a value; unknown where the text is, missing where it is no JSON.</summary>
    public Value Json() =>
        _value switch
        {
            StringValue { Value: var text } => new Value(JsonValues.Parse(text), IsSecret),
            UnknownValue => this,
            // Some properties take a document either as a text or as a map.
            ObjectValue => this,
            _ => Missing,
        };

    private static PropertyValue? Below(PropertyValue? value, ReadOnlySpan<char> key) =>
        value switch
        {
            UnknownValue => value,
            ObjectValue map => map[key.ToString()],
            ArrayValue { Items: var items }
                when int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index < items.Length
                ? items[index]
                : null,
            ArrayValue { Items: [var only] } => Below(only.Unwrap(), key),
            _ => null,
        };
}
