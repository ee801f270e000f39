using System.Collections.Immutable;
using Engine.Model;
using Engine.Values;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>
/// The inputs of a resource as nested lists. Secrets are masked, what nobody knows yet says after which resource it is known, documents inside texts are
/// laid out, and what comes from another resource leads there.
/// </summary>
internal sealed class PropertyList(ReportPage page)
{
    // Longer texts, such as the code of a function, are folded.
    private const int LongText = 400;

    private ImmutableArray<string> _after = [];

    /// <summary>Writes them; nothing for a component without any.</summary>
    public void Write(Html html, Resource resource)
    {
        var state = resource.State;
        var notes = Notes(state).ToList();
        if (!state.Custom || (state.Inputs.Properties.IsEmpty && notes.Count == 0))
            return;
        html.Add("h4", "Properties");
        foreach (var note in notes)
            html.Add("p", note, ("class", "where"));
        if (state.Inputs.Properties.IsEmpty)
            return;
        html.Open("dl", ("class", "props"));
        foreach (var (key, value) in state.Inputs.Properties)
        {
            _after = state.PropertyDependencies.GetValueOrDefault(key, []);
            Member(html, key, value);
        }
        html.Close();
    }

    private static IEnumerable<string> Notes(ResourceState state)
    {
        if (state.Protect)
            yield return "Protected: deleting it is refused.";
        if (state.RetainOnDelete)
            yield return "Retained: deleting it here leaves the real one alone.";
        if (state.ImportId is { } id)
            yield return $"Imported from {id}.";
    }

    private void Member(Html html, string key, PropertyValue value)
    {
        html.Add("dt", key).Open("dd");
        Value(html, value);
        html.Close();
    }

    private void Value(Html html, PropertyValue value)
    {
        switch (value)
        {
            case ObjectValue { Properties: { IsEmpty: false } members }:
                html.Open("dl");
                foreach (var (key, member) in members)
                    Member(html, key, member);
                html.Close();
                break;
            case ArrayValue { Items: { IsEmpty: false } items }:
                Items(html, items);
                break;
            case StringValue { Value: var text } when Document(text) is { } document:
                html.Add("small", "JSON");
                Value(html, document);
                break;
            case StringValue { Value: var text }:
                Text(html, text);
                break;
            case SecretValue:
                html.Add("span", ValueText.Secret, ("class", "secret"));
                break;
            case UnknownValue:
                Unknown(html);
                break;
            default:
                html.Text(ValueText.Of(value));
                break;
        }
    }

    private void Items(Html html, ImmutableArray<PropertyValue> items)
    {
        html.Open("ul");
        foreach (var item in items)
        {
            html.Open("li");
            Value(html, item);
            html.Close();
        }
        html.Close();
    }

    private void Unknown(Html html)
    {
        html.Open("span", ("class", "unknown")).Text(_after.IsEmpty ? "known after the deployment" : "known after ");
        for (var i = 0; i < Math.Min(_after.Length, 3); i++)
        {
            html.Text(i == 0 ? "" : ", ");
            page.Link(html, _after[i]);
        }
        html.Text(_after.Length > 3 ? $" and {Words.Count(_after.Length - 3, "other")}" : "").Close();
    }

    private void Text(Html html, string text)
    {
        var readable = StandIns.Readable(text);
        if (readable.Length > LongText)
        {
            html.Open("details")
                .Add("summary", $"{readable.AsSpan(0, 60).ToString().ReplaceLineEndings(" ")}… ({readable.Length} characters)");
            html.Add("pre", readable).Close();
        }
        else if (readable.Length == 0)
            html.Add("span", "empty", ("class", "unknown"));
        else
            Linked(html, text, readable);
    }

    // Each <name.output> leads to its resource; the stand-ins say whose they are, in order.
    private void Linked(Html html, string text, string readable)
    {
        var at = 0;
        foreach (var (type, name) in StandIns.Origins(text))
        {
            var start = readable.IndexOf($"<{name}.", at, StringComparison.Ordinal);
            var end = start < 0 ? -1 : readable.IndexOf('>', start);
            if (end < 0 || page.Anchors.Find(type, name) is not { } anchor)
                continue;
            html.Text(readable[at..start]).Add("a", readable[start..(end + 1)], ("href", $"#{anchor}"));
            at = end + 1;
        }
        html.Text(readable[at..]);
    }

    // A list or map with something in it; not a text that happens to be a number.
    private static PropertyValue? Document(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..]
        && JsonValues.Parse(text) is { } document
        && document is (ObjectValue { Properties.IsEmpty: false } or ArrayValue { Items.IsEmpty: false })
            ? document
            : null;
}
