using Engine.Text;
using Engine.Values;

namespace Engine.Schemas;

/// <summary>
/// Checks what a program set against the schema, as strictly as a deployment would and no stricter. Lenient where providers are: a number or
/// truth value where a text is wanted, a text that spells the number or truth value that is wanted, a resource where its id is wanted.
/// Strict where they cut or fail: a fraction for a whole number, one item for a list of them, an unknown name. Unknown values pass; of a secret
/// only the kind is looked at, and nothing of it is said.
/// </summary>
internal static class InputChecker
{
    /// <summary>Everything that does not fit, warnings included, in the order of the properties' names.</summary>
    public static IReadOnlyList<SchemaProblem> Check(ResourceSchema schema, ObjectValue inputs)
    {
        var check = new Checking(schema.IsProvider);
        check.Members(schema.Inputs, inputs, "", schema.Token);
        return check.Problems;
    }

    /// <inheritdoc cref="Check(ResourceSchema, ObjectValue)"/>
    public static IReadOnlyList<SchemaProblem> Check(FunctionSchema schema, ObjectValue arguments)
    {
        var check = new Checking(false);
        check.Members(schema.Inputs, arguments, "", schema.Token);
        return check.Problems;
    }

    private sealed class Checking(bool provider)
    {
        // What every provider takes besides its own settings: which plugin to run.
        private static readonly string[] ProviderOwn = ["version", "pluginDownloadURL", "__internal"];

        public List<SchemaProblem> Problems { get; } = [];

        public void Members(IReadOnlyDictionary<string, PropertySchema> schema, ObjectValue value, string path, string token)
        {
            foreach (var (name, member) in value.Properties)
                if (schema.TryGetValue(name, out var property))
                    Member(property, member, PropertyPath.Key(path, name));
                else if (!Ignorable(name, path))
                    Problems.Add(
                        new(
                            PropertyPath.Key(path, name),
                            "an unknown property",
                            $"a property of {token}",
                            Suggestion.For(name, [.. schema.Keys])
                        )
                    );
            foreach (var (name, property) in schema)
                if (property.Required && property.Default is null && value[name] is null or NullValue)
                    Problems.Add(new(PropertyPath.Key(path, name), "nothing", property.Type.Words, "this property is required"));
        }

        private bool Ignorable(string name, string path) =>
            name is "__defaults" || (provider && path.Length == 0 && ProviderOwn.Contains(name));

        private void Member(PropertySchema property, PropertyValue value, string path)
        {
            if (value is NullValue)
                return;
            if (property.Deprecation is { } instead)
                Problems.Add(new(path, "a deprecated property", "another", Advice(instead), IsWarning: true));
            if (provider && value is StringValue text && ProviderJson.Decode(property.Type, text.Value) is var decoded)
            {
                if (decoded is null)
                    Problems.Add(new(path, "a text that is not JSON", $"{property.Type.Words}, as JSON text"));
                else
                    Value(property.Type, decoded, path);
                return;
            }
            Value(property.Type, value, path);
        }

        private void Value(SchemaType type, PropertyValue value, string path)
        {
            if (value is SecretValue secret)
            {
                if (!Shape.Fits(type, Shape.Bare(secret)))
                    Problems.Add(new(path, "[secret]", type.Words, "the secret is of another kind"));
                return;
            }
            if (!Shape.Fits(type, value))
            {
                Problems.Add(new(path, Shape.Describe(value), type.Words, Hint(type, value)));
                return;
            }
            switch (type, value)
            {
                case (ArrayType list, ArrayValue items):
                    for (var index = 0; index < items.Items.Length; index++)
                        Value(list.Items, items.Items[index], PropertyPath.Index(path, index));
                    break;
                case (MapType map, ObjectValue members):
                    foreach (var (name, member) in members.Properties)
                        if (member is not NullValue)
                            Value(map.Values, member, PropertyPath.Key(path, name));
                    break;
                case (ObjectType shape, ObjectValue members):
                    Members(shape.Properties, members, path, shape.Token);
                    break;
                case (UnionType union, _):
                    Union(union, value, path);
                    break;
            }
        }

        /// <summary>A value that fits the kind of several options is measured against each; the option with the fewest problems speaks.</summary>
        private void Union(UnionType union, PropertyValue value, string path)
        {
            List<SchemaProblem>? fewest = null;
            foreach (var option in union.Options.Where(option => Shape.Fits(option, value)))
            {
                var attempt = new Checking(provider);
                attempt.Value(option, value, path);
                if (fewest is null || attempt.Problems.Count < fewest.Count)
                    fewest = attempt.Problems;
                if (fewest.Count == 0)
                    return;
            }
            Problems.AddRange(fewest ?? []);
        }

        // Generators of schemas write the bare word where the provider says no more.
        private static string? Advice(string deprecation) =>
            deprecation.Trim(' ', '.').Equals("deprecated", StringComparison.OrdinalIgnoreCase) ? null : deprecation;

        private static string? Hint(SchemaType type, PropertyValue value) =>
            (type, value) switch
            {
                (EnumType choice, StringValue text) => Suggestion.For(text.Value, [.. choice.Values.Select(EnumType.Text)]),
                (ArrayType list, _) when Shape.Fits(list.Items, value) => "put it in a list",
                (_, ArrayValue { Items: [var only] }) when Shape.Fits(type, only) => "take it out of the list",
                _ => null,
            };
    }
}
