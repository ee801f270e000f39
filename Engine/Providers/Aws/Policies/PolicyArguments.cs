using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Providers.Aws.Policies;

/// <summary>Reads the statements of a policy function's arguments, with the provider's defaults and checks.</summary>
internal sealed class PolicyArguments(ObjectValue arguments)
{
    private const string DefaultVersion = "2012-10-17";
    private const string OldVersion = "2008-10-17";

    private readonly string _version = arguments["version"].AsText() ?? DefaultVersion;

    /// <summary>The document that the arguments themselves describe.</summary>
    public PolicyDocument Document()
    {
        if (_version is not (DefaultVersion or OldVersion))
            throw new FunctionException($"version: got '{_version}', want {DefaultVersion} or {OldVersion}");
        var document = new PolicyDocument { Version = _version, Id = arguments["policyId"].AsText() ?? "" };
        var sids = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var item in Objects(arguments["statements"]))
        {
            var path = PropertyPath.Index("statements", index++);
            var statement = Statement(item, path);
            if (statement.Sid.Length > 0 && !sids.Add(statement.Sid))
                throw new FunctionException($"{path}.sid: got '{statement.Sid}' twice, want each Sid once; rename one");
            document.Add(statement);
        }
        return document;
    }

    private PolicyStatement Statement(ObjectValue item, string path)
    {
        var sid = item["sid"].AsText() ?? "";
        if (!sid.All(char.IsAsciiLetterOrDigit))
            throw new FunctionException($"{path}.sid: got '{sid}', want letters and digits only");
        var effect = item["effect"].AsText() ?? "Allow";
        if (effect is not ("Allow" or "Deny"))
            throw new FunctionException($"{path}.effect: got '{effect}', want Allow or Deny");
        return new PolicyStatement
        {
            Sid = sid,
            Effect = effect,
            Actions = Set(item["actions"]),
            NotActions = Set(item["notActions"]),
            Resources = Set(item["resources"], $"{path}.resources"),
            NotResources = Set(item["notResources"], $"{path}.notResources"),
            Principals = Principals(item["principals"], $"{path}.principals"),
            NotPrincipals = Principals(item["notPrincipals"], $"{path}.notPrincipals"),
            Conditions =
            [
                .. Objects(item["conditions"])
                    .Select(condition => new PolicyCondition(
                        condition["test"].AsText() ?? "",
                        condition["variable"].AsText() ?? "",
                        PolicyTexts.Many(Texts(condition["values"]).Select(text => Variables(text, $"{path}.conditions")))
                    )),
            ],
        };
    }

    private ImmutableArray<PolicyPrincipal> Principals(PropertyValue? list, string path) =>
        [
            .. Objects(list)
                .Select(item => new PolicyPrincipal(
                    item["type"].AsText() ?? "",
                    PolicyTexts.Set(Texts(item["identifiers"]).Select(text => Variables(text, path)))
                )),
        ];

    private PolicyTexts? Set(PropertyValue? list, string? path = null)
    {
        var texts = Texts(list).Select(text => path is null ? text : Variables(text, path)).ToList();
        return texts.Count == 0 ? null : PolicyTexts.Set(texts);
    }

    /// <summary>Terraform reads <c>${</c> itself, so its users write <c>&amp;{</c> for IAM's variables; both arrive here.</summary>
    private string Variables(string text, string path)
    {
        if (!text.Contains("&{", StringComparison.Ordinal))
            return text;
        return _version == OldVersion
            ? throw new FunctionException($"{path}: got '&{{', which version {OldVersion} does not know; use {DefaultVersion}")
            : text.Replace("&{", "${", StringComparison.Ordinal);
    }

    private static IEnumerable<ObjectValue> Objects(PropertyValue? list) =>
        list is ArrayValue array ? array.Items.OfType<ObjectValue>() : [];

    private static IEnumerable<string> Texts(PropertyValue? list) =>
        list is ArrayValue array ? array.Items.Select(item => item.AsText()).OfType<string>() : [];
}
