using System.Globalization;
using Review.Model;

namespace Review.Guardrails;

/// <summary>What rules ask of one property. Each answer says property, what was got and what is wanted; a secret is never quoted.</summary>
public static class Checks
{
    /// <summary>The property must be true or false.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="path">Its path; see <see cref="Value.this"/>.</param>
    /// <param name="wanted">What it must be.</param>
    /// <param name="absent">What AWS takes where the program says nothing. Default: false.</param>
    public static Verdict Is(this Resource resource, string path, bool wanted, bool absent = false) =>
        resource.Ask(path, value => (value.IsMissing ? absent : value.Bool) == wanted, wanted ? "true" : "false");

    /// <summary>The property must be one of these texts.</summary>
    public static Verdict IsOneOf(this Resource resource, string path, params string[] wanted) =>
        resource.Ask(path, value => value.Text is { } text && wanted.Contains(text), string.Join(" or ", wanted));

    /// <summary>The property must be a number not below this one.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="path">Its path.</param>
    /// <param name="minimum">The smallest number that is right.</param>
    /// <param name="absent">What AWS takes where the program says nothing. Default: 0.</param>
    public static Verdict AtLeast(this Resource resource, string path, double minimum, double absent = 0) =>
        resource.Ask(
            path,
            value => (value.IsMissing ? absent : value.Number) >= minimum,
            $"{minimum.ToString(CultureInfo.InvariantCulture)} or more"
        );

    /// <summary>The property must be a number not above this one.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="path">Its path.</param>
    /// <param name="maximum">The largest number that is right.</param>
    /// <param name="absent">What AWS takes where the program says nothing.</param>
    public static Verdict AtMost(this Resource resource, string path, double maximum, double absent) =>
        resource.Ask(
            path,
            value => (value.IsMissing ? absent : value.Number) <= maximum,
            $"{maximum.ToString(CultureInfo.InvariantCulture)} or less"
        );

    /// <summary>The property must be there; what it is need not be known.</summary>
    public static Verdict IsSet(this Resource resource, string path, string wanted = "a value") =>
        Verdict.Of(!resource[path].IsEmpty, $"{path}: got nothing, want {wanted}");

    /// <summary>The property must be left out or hold nothing.</summary>
    public static Verdict IsUnset(this Resource resource, string path, string wanted = "nothing") =>
        resource.Ask(path, value => value.IsEmpty, wanted);

    /// <summary>The property must be as a test says.</summary>
    /// <param name="resource">Whose.</param>
    /// <param name="path">Its path.</param>
    /// <param name="test">The test; it is not asked where the value is unknown.</param>
    /// <param name="wanted">What it wants, in words.</param>
    public static Verdict Ask(this Resource resource, string path, Func<Value, bool> test, string wanted) =>
        resource[path].Ask(path, test, wanted);

    /// <summary>A value of any place must be as a test says.</summary>
    public static Verdict Ask(this Value value, string path, Func<Value, bool> test, string wanted) =>
        value.IsUnknown ? Verdict.CannotKnow($"{path} is known only after the deployment; want {wanted}")
        : test(value) ? Verdict.Pass
        : Verdict.Fail($"{path}: got {Quoted(value)}, want {wanted}");

    /// <summary>A document held by a text must be as a test says; where the text is unknown the answer is too.</summary>
    public static Verdict AskDocument(this Resource resource, string property, Func<Value, Verdict> test)
    {
        var document = resource.Json(property);
        return document.IsUnknown ? Verdict.CannotKnow($"{property} is known only after the deployment") : test(document);
    }

    private const int Longest = 60;

    /// <summary>A value as a message quotes it.</summary>
    public static string Quoted(Value value) =>
        value switch
        {
            { IsMissing: true } => "nothing",
            { IsSecret: true } => "a secret",
            { Text: { Length: <= Longest } text } => text.Length == 0 ? "an empty text" : text,
            { Text: { } text } => $"{text[..Longest]}…",
            _ when value.Members.Any() => "a map",
            _ when value.Items.Any(item => item.IsSecret) => "a list with a secret",
            _ => value.Texts.ToList() is { Count: > 0 } texts ? string.Join(", ", texts) : "an empty list",
        };
}
