using System.Buffers;
using System.Text;
using System.Text.Json;
using Engine.Planning;

namespace Engine.Values;

/// <summary>
/// Every secret text that a run has seen, and the masking of them in anything that leaves the engine. A secret is also known in the forms
/// in which it is commonly repeated: line by line, inside JSON, in a URL, in base64. Texts shorter than <see cref="MinimumLength"/> are not
/// masked: they would blot out ordinary words, and are protected by the values that hold them. Safe for concurrent use.
/// </summary>
public sealed class SecretTexts
{
    /// <summary>The shortest text that is masked, in characters.</summary>
    public const int MinimumLength = 6;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private SearchValues<string>? _search;
    private ILookup<char, string> _byFirst = Enumerable.Empty<string>().ToLookup(text => text[0]);
    private int _searched;

    /// <summary>How many texts are masked, all forms counted.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
                return _texts.Count;
        }
    }

    /// <summary>Remembers every secret among values that are not all secret.</summary>
    public void AddFrom(PropertyValue value)
    {
        switch (value)
        {
            case SecretValue { Inner: var inner }:
                Add(inner);
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    AddFrom(item);
                break;
            case ObjectValue { Properties: var properties }:
                foreach (var (_, item) in properties)
                    AddFrom(item);
                break;
        }
    }

    /// <summary>Remembers every secret of the old state of a step.</summary>
    public void AddFrom(PlanStep step)
    {
        if (step.Old is not { } old)
            return;
        AddFrom(old.Inputs);
        AddFrom(old.Outputs);
    }

    /// <summary>Remembers every text in a secret value.</summary>
    public void Add(PropertyValue secret)
    {
        switch (secret)
        {
            case StringValue { Value: var text }:
                Add(text);
                break;
            case SecretValue { Inner: var inner }:
                Add(inner);
                break;
            case ArrayValue { Items: var items }:
                foreach (var item in items)
                    Add(item);
                break;
            case ObjectValue { Properties: var properties }:
                foreach (var (_, value) in properties)
                    Add(value);
                break;
            case AssetValue { Source: AssetSource.Text, Value: var text }:
                Add(text);
                break;
            case ArchiveValue { Members: { } members }:
                Add(members);
                break;
            case NumberValue { Value: var number }:
                Add(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case ByteStringValue { Bytes: var bytes }:
                Add(Convert.ToBase64String(bytes.AsSpan()));
                break;
        }
    }

    /// <summary>Remembers a secret text and the forms it takes.</summary>
    public void Add(string text)
    {
        if (text.Length < MinimumLength)
            return;
        lock (_lock)
        {
            if (!_texts.Add(text))
                return;
            foreach (var form in Forms(text))
                if (form.Length >= MinimumLength)
                    _texts.Add(form);
        }
    }

    /// <summary>Whether a text holds a secret.</summary>
    public bool Finds(string text) => Search(exact: true) is { } search && text.AsSpan().ContainsAny(search);

    /// <summary>
    /// Whether a text holds a secret, as far as can be told cheaply while secrets are still arriving: the latest may be missed.
    /// </summary>
    public bool FindsEarly(string text) => Search(exact: false) is { } search && text.AsSpan().ContainsAny(search);

    /// <summary>The text with every secret replaced by <see cref="SecretValue.Mask"/>.</summary>
    public string MaskIn(string text)
    {
        if (Search(exact: true) is not { } search || text.AsSpan().IndexOfAny(search) is not (>= 0 and var first))
            return text;
        var hidden = new bool[text.Length];
        for (var at = first; at < text.Length; )
        {
            var longest = _byFirst[text[at]]
                .Where(secret => text.AsSpan(at).StartsWith(secret, StringComparison.Ordinal))
                .Max(secret => secret.Length);
            Array.Fill(hidden, true, at, longest);
            var next = text.AsSpan(at + 1).IndexOfAny(search);
            at = next < 0 ? text.Length : at + 1 + next;
        }
        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (!hidden[i])
                masked.Append(text[i]);
            else if (i == 0 || !hidden[i - 1])
                masked.Append(SecretValue.Mask);
        return masked.ToString();
    }

    /// <summary>The search for all secrets; when it need not be exact it is renewed only as their number has doubled.</summary>
    private SearchValues<string>? Search(bool exact)
    {
        lock (_lock)
        {
            if (_texts.Count == _searched || (!exact && _texts.Count < 2 * _searched))
                return _search;
            _searched = _texts.Count;
            _byFirst = _texts.ToLookup(text => text[0]);
            return _search = SearchValues.Create([.. _texts], StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Forms(string text)
    {
        if (text.AsSpan().ContainsAny('\n', '\r'))
            foreach (var line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return line;
        yield return JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        yield return JsonEncodedText.Encode(text).Value;
        if (text.Length <= MaximumEncoded)
        {
            yield return Uri.EscapeDataString(text);
            // Without the last group, whose letters and padding depend on what follows the secret.
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
        }
    }

    private const int MaximumEncoded = 4096;
}
