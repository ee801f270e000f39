using System.Collections.Frozen;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Inputs of AWS resources that are texts holding JSON, and when two of them are the same: the provider compares them as documents. Texts that are
/// kept as they are written, such as a secret's or a parameter's value, are none of these even where they hold JSON.
/// </summary>
public static class JsonProperties
{
    private const string Package = "aws:";

    private static readonly FrozenSet<string> Names = new[]
    {
        "accessPolicies",
        "assumeRolePolicy",
        "containerDefinitions",
        "dashboardBody",
        "definition",
        "deliveryPolicy",
        "eventPattern",
        "filterPolicy",
        "input",
        "monitorSpecification",
        "policy",
        "policyDocument",
        "redriveAllowPolicy",
        "redrivePolicy",
        "resourcePolicy",
        "schema",
        "settings",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the text at a path of a resource's inputs holds a JSON document.</summary>
    public static bool Holds(string type, string path) =>
        type.StartsWith(Package, StringComparison.Ordinal) && Names.Contains(path[(path.LastIndexOf('.') + 1)..]);

    /// <summary>
    /// A document as AWS understands it: in a policy one text is a list of one and lists of texts have no order, of containers neither they nor their
    /// variables have one and what AWS takes by default is left out. Other documents are as they are.
    /// </summary>
    public static PropertyValue Understood(string type, PropertyValue document) =>
        document switch
        {
            ObjectValue policy when policy[PolicyForm.Statement] is not null => PolicyForm.Of(policy),
            ArrayValue containers when type == ContainerForm.Type => ContainerForm.Of(containers),
            _ => document,
        };

    /// <summary>Whether two texts at a path are the same to the provider.</summary>
    internal static bool Same(string type, string path, string old, string now)
    {
        if (old == now)
            return true;
        if (!Holds(type, path) || JsonValues.Parse(old) is not { } before || JsonValues.Parse(now) is not { } after)
            return false;
        return CanonicalText.Of(Understood(type, before)) == CanonicalText.Of(Understood(type, after));
    }
}
