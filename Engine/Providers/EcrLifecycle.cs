using Engine.Text;
using Engine.Values;

namespace Engine.Providers;

/// <summary>Turns the lifecycle rules of <c>awsx:ecr:Repository</c> into the policy document that ECR wants.</summary>
internal static class EcrLifecycle
{
    private static readonly ObjectValue DefaultRule = ObjectValue
        .Empty.With("description", new StringValue("remove untagged images"))
        .With("tagStatus", new StringValue("untagged"))
        .With("maximumNumberOfImages", new NumberValue(1));

    /// <summary>The policy as JSON text; unknown while a rule is. Without rules all but one untagged image expire.</summary>
    /// <exception cref="FunctionException">The rules make no policy.</exception>
    public static PropertyValue Document(PropertyValue? settings)
    {
        if (settings?.ContainsUnknowns() == true)
            return UnknownValue.Instance;
        var given = (settings as ObjectValue)?["rules"]?.Unwrap() as ArrayValue;
        var rules = given is null ? [DefaultRule] : given.Items.Select(rule => rule.Unwrap()).OfType<ObjectValue>().ToList();
        if (rules.Count(IsAny) > 1)
            throw new FunctionException("lifecyclePolicy.rules: got several rules of tagStatus any, want at most one");
        // The rule for any image comes last: ECR demands the lowest priority for it.
        List<ObjectValue> ordered = [.. rules.Where(rule => !IsAny(rule)), .. rules.Where(IsAny)];
        return new StringValue(
            PulumiJsonWriter.Compact(json =>
            {
                json.StartObject();
                json.Name("rules");
                json.StartArray();
                for (var i = 0; i < ordered.Count; i++)
                    Write(json, ordered[i], i + 1);
                json.EndArray();
                json.EndObject();
            })
        );
    }

    private static void Write(PulumiJsonWriter json, ObjectValue rule, int priority)
    {
        json.StartObject();
        json.Name("action");
        json.StartObject();
        json.Name("type");
        json.String("expire");
        json.EndObject();
        if (rule["description"].AsText() is { } description)
        {
            json.Name("description");
            json.String(description);
        }
        json.Name("rulePriority");
        json.Number(priority);
        json.Name("selection");
        Select(json, rule, $"lifecyclePolicy.rules (priority {priority})");
        json.EndObject();
    }

    private static void Select(PulumiJsonWriter json, ObjectValue rule, string path)
    {
        var (count, type) =
            rule["maximumNumberOfImages"]?.Unwrap() is NumberValue images ? (images.Value, "imageCountMoreThan")
            : rule["maximumAgeLimit"]?.Unwrap() is NumberValue days ? (days.Value, "sinceImagePushed")
            : throw new FunctionException($"{path}: got neither maximumNumberOfImages nor maximumAgeLimit, want one of them");
        var status = rule["tagStatus"].AsText() ?? "";
        string[] prefixes =
        [
            .. ((rule["tagPrefixList"]?.Unwrap() as ArrayValue)?.Items ?? []).Select(item => item.AsText()).OfType<string>(),
        ];
        if (status == "tagged" && prefixes.Length == 0)
            throw new FunctionException(
                $"{path}.tagPrefixList: got nothing, want one or more prefixes, as the rule is for tagged images"
            );
        json.StartObject();
        json.Name("countNumber");
        json.Number(count);
        json.Name("countType");
        json.String(type);
        if (type == "sinceImagePushed")
        {
            json.Name("countUnit");
            json.String("days");
        }
        if (status == "tagged")
        {
            json.Name("tagPrefixList");
            json.StartArray();
            foreach (var prefix in prefixes)
                json.String(prefix);
            json.EndArray();
        }
        json.Name("tagStatus");
        json.String(status);
        json.EndObject();
    }

    private static bool IsAny(ObjectValue rule) => rule["tagStatus"].AsText() == "any";
}
