using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Planning;

/// <summary>The one form of all policies that mean the same to IAM.</summary>
internal static class PolicyForm
{
    public const string Statement = "Statement";

    public static ObjectValue Of(ObjectValue policy) =>
        policy.With(Statement, Sorted(Items(policy[Statement]!).Select(item => item is ObjectValue map ? One(map) : item)));

    private static ObjectValue One(ObjectValue statement)
    {
        foreach (var (key, value) in statement.Properties)
            statement = key switch
            {
                "Action" or "NotAction" or "Resource" or "NotResource" => statement.With(key, Texts(value)),
                "Principal" or "NotPrincipal" => statement.With(key, Principal(value)),
                "Condition" => statement.With(key, Condition(value)),
                _ => statement,
            };
        return statement;
    }

    // Everybody is everybody, whether or not it is said that they are of AWS.
    private static ObjectValue Principal(PropertyValue value) =>
        value is ObjectValue kinds ? Lists(kinds) : ObjectValue.Empty.With("AWS", Texts(value));

    private static PropertyValue Condition(PropertyValue value) =>
        value is ObjectValue operators
            ? new ObjectValue(
                operators.Properties.ToImmutableSortedDictionary(
                    test => test.Key,
                    test => test.Value is ObjectValue keys ? Lists(keys) : test.Value,
                    StringComparer.Ordinal
                )
            )
            : value;

    private static ObjectValue Lists(ObjectValue map) =>
        new(
            map.Properties.ToImmutableSortedDictionary(
                member => member.Key,
                member => (PropertyValue)Texts(member.Value),
                StringComparer.Ordinal
            )
        );

    private static ArrayValue Texts(PropertyValue value) => Sorted(Items(value).Distinct());

    private static ArrayValue Sorted(IEnumerable<PropertyValue> items) =>
        new([.. items.OrderBy(CanonicalText.Of, StringComparer.Ordinal)]);

    private static ImmutableArray<PropertyValue> Items(PropertyValue value) => value is ArrayValue list ? list.Items : [value];
}
