using Engine.Text;

namespace Engine.Providers.Aws.Policies;

/// <summary>Writes policy documents byte for byte as the AWS provider does.</summary>
internal static class PolicyWriter
{
    public static void Write(PolicyDocument document, PulumiJsonWriter json)
    {
        json.StartObject();
        Text(json, "Version", document.Version);
        Text(json, "Id", document.Id);
        if (document.Statements.Count > 0)
        {
            json.Name("Statement");
            json.StartArray();
            foreach (var statement in document.Statements)
                Write(statement, json);
            json.EndArray();
        }
        json.EndObject();
    }

    private static void Write(PolicyStatement statement, PulumiJsonWriter json)
    {
        json.StartObject();
        Text(json, "Sid", statement.Sid);
        Text(json, "Effect", statement.Effect);
        Texts(json, "Action", statement.Actions);
        Texts(json, "NotAction", statement.NotActions);
        Texts(json, "Resource", statement.Resources);
        Texts(json, "NotResource", statement.NotResources);
        Principals(json, "Principal", statement.Principals);
        Principals(json, "NotPrincipal", statement.NotPrincipals);
        Conditions(json, statement.Conditions);
        json.EndObject();
    }

    private static void Principals(PulumiJsonWriter json, string name, IReadOnlyList<PolicyPrincipal> principals)
    {
        if (principals.Count == 0)
            return;
        json.Name(name);
        // Everybody is written "*"; {"AWS": "*"} is not the same to IAM and stays as it is.
        if (principals is [{ Type: "*", Identifiers.Items: ["*"] }])
        {
            json.String("*");
            return;
        }
        var merged = new SortedDictionary<string, PolicyTexts>(StringComparer.Ordinal);
        foreach (var (type, identifiers) in principals)
        {
            var sorted = identifiers.IsList
                ? identifiers.Items.OrderDescending(StringComparer.Ordinal)
                : identifiers.Items.AsEnumerable();
            merged[type] = merged.TryGetValue(type, out var before)
                ? PolicyTexts.Many([.. before.Items, .. sorted])
                : new PolicyTexts([.. sorted], identifiers.IsList);
        }
        Map(json, merged);
    }

    private static void Conditions(PulumiJsonWriter json, IReadOnlyCollection<PolicyCondition> conditions)
    {
        if (conditions.Count == 0)
            return;
        json.Name("Condition");
        json.StartObject();
        foreach (var test in conditions.GroupBy(condition => condition.Test).OrderBy(test => test.Key, StringComparer.Ordinal))
        {
            var variables = new SortedDictionary<string, PolicyTexts>(StringComparer.Ordinal);
            foreach (var condition in test)
            {
                // The order of values is kept, and a single one is written as a text.
                var before = variables.TryGetValue(condition.Variable, out var values) ? values.Items : [];
                var all = before.AddRange(condition.Values.Items);
                variables[condition.Variable] = new PolicyTexts(all, all.Length != 1);
            }
            json.Name(test.Key);
            Map(json, variables);
        }
        json.EndObject();
    }

    private static void Map(PulumiJsonWriter json, SortedDictionary<string, PolicyTexts> map)
    {
        json.StartObject();
        foreach (var (key, texts) in map)
            Texts(json, key, texts);
        json.EndObject();
    }

    private static void Text(PulumiJsonWriter json, string name, string value)
    {
        if (value.Length == 0)
            return;
        json.Name(name);
        json.String(value);
    }

    private static void Texts(PulumiJsonWriter json, string name, PolicyTexts? texts)
    {
        if (texts is not { } given)
            return;
        json.Name(name);
        if (!given.IsList)
        {
            json.String(given.Items[0]);
            return;
        }
        json.StartArray();
        foreach (var text in given.Items)
            json.String(text);
        json.EndArray();
    }
}
