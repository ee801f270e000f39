using System.IO.Enumeration;
using Engine.Planning;
using Engine.Values;

namespace Review.Changes.Broadening;

/// <summary>A statement of a policy, easy to compare.</summary>
internal sealed class PolicyStatement
{
    private static readonly string[] Keys = ["Action", "NotAction", "Resource", "NotResource", "Principal", "NotPrincipal"];

    private readonly ObjectValue _statement;

    private PolicyStatement(ObjectValue statement, string path)
    {
        _statement = statement;
        Path = path;
        Sid = statement["Sid"].AsText();
        Lists = [.. Keys.Where(key => statement[key] is not null).Select(key => (key, Texts(statement[key]!)))];
    }

    /// <summary>Its name. Default: it has none.</summary>
    public string? Sid { get; }

    /// <summary>Where it stands: <c>Statement[Decrypt]</c>.</summary>
    public string Path { get; }

    /// <summary>Whether it allows; else it denies.</summary>
    public bool Allows => _statement["Effect"].AsText() == "Allow";

    /// <summary>Whom, what and on what, as far as it says so; principals with their kind.</summary>
    public List<(string Key, List<string> Texts)> Lists { get; }

    /// <summary>Which of the lists say what it is not about.</summary>
    public string Inverted =>
        string.Join(' ', Lists.Select(list => list.Key).Where(key => key.StartsWith("Not", StringComparison.Ordinal)));

    /// <summary>Whether it holds under conditions only.</summary>
    public bool HasConditions => _statement["Condition"] is ObjectValue { Properties.IsEmpty: false };

    /// <summary>What it is about, in one line.</summary>
    public string Told => string.Join(" · ", Lists.Select(list => $"{list.Key} {string.Join(", ", list.Texts)}"));

    /// <summary>The statements of a policy.</summary>
    public static List<PolicyStatement> All(ObjectValue policy)
    {
        if (JsonProperties.Understood("", policy) is not ObjectValue { Properties: var members })
            return [];
        var statements = (members.GetValueOrDefault("Statement") as ArrayValue)?.Items.OfType<ObjectValue>() ?? [];
        return
        [
            .. statements.Select(
                (statement, index) => new PolicyStatement(statement, $"Statement[{statement["Sid"].AsText() ?? $"{index}"}]")
            ),
        ];
    }

    /// <summary>Whether whatever another statement is about, this one is about too.</summary>
    public bool Covers(PolicyStatement other) =>
        Inverted == other.Inverted
        && other.Lists.All(list => list.Texts.All(text => Lets(list.Key, text)))
        && Lists.All(list => other.Lists.Any(known => known.Key == list.Key))
        && Lists.Where(list => IsInverted(list.Key)).All(list => list.Texts.All(text => other.List(list.Key).Contains(text)))
        && ConditionsHold(other);

    /// <summary>Whether one text of a list is among this statement's, wildcards looked through. Of what it is not about none is ever new.</summary>
    public bool Lets(string key, string text) =>
        IsInverted(key)
        || List(key)
            .Any(known => FileSystemName.MatchesSimpleExpression(known, text, ignoreCase: key == "Action") || known == "AWS:*");

    /// <summary>Whether another statement holds under all conditions of this one, and perhaps more.</summary>
    public bool ConditionsHold(PolicyStatement other) =>
        (_statement["Condition"] as ObjectValue ?? ObjectValue.Empty).Properties.All(test =>
            (other._statement["Condition"] as ObjectValue)?[test.Key] is ObjectValue tests
            && test.Value is ObjectValue wanted
            && wanted.Properties.All(key =>
                tests[key.Key] is { } kept
                && (test.Key.Contains("Not", StringComparison.Ordinal) ? Within(key.Value, kept) : Within(kept, key.Value))
            )
        );

    /// <summary>How many texts two statements share.</summary>
    public int Common(PolicyStatement other) => Lists.Sum(list => list.Texts.Intersect(other.List(list.Key)).Count());

    // Fewer values are narrower, except where they say what must not be.
    private static bool Within(PropertyValue kept, PropertyValue wanted) =>
        kept.Equals(wanted)
        || (kept is ArrayValue few && wanted is ArrayValue many && few.Items.Length > 0 && few.Items.All(many.Items.Contains));

    private List<string> List(string key) => Lists.FirstOrDefault(list => list.Key == key).Texts ?? [];

    private static bool IsInverted(string key) => key.StartsWith("Not", StringComparison.Ordinal);

    private static List<string> Texts(PropertyValue value) =>
        value switch
        {
            ArrayValue list => [.. list.Items.Select(item => item.AsText() ?? "?")],
            ObjectValue kinds => [.. kinds.Properties.SelectMany(kind => Texts(kind.Value).Select(text => $"{kind.Key}:{text}"))],
            _ => [value.AsText() ?? "?"],
        };
}
