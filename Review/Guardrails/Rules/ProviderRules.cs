using Engine.Model;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Providers: which account and region a stack reaches, with which version, and which tags everything carries.</summary>
internal sealed class ProviderRules : GuardrailTable
{
    private const string Provider = "pulumi:providers:aws";

    private static readonly string[] Wanted = ["Project", "Environment", "ManagedBy"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("provider-account", Grade.High, Provider, "Providers work in one account only")
            {
                Reason = "With the wrong profile in the shell the stack is built a second time, in somebody else's account.",
                Fix = "Set allowedAccountIds to the account of the stack.",
                Check = provider => provider.IsSet("allowedAccountIds", "the account of the stack"),
            },
            new("provider-version", Grade.Medium, Provider, "Providers have a version")
            {
                Reason = "The next version may read the same program as a replacement.",
                Fix = "Set version in the options of the provider, or pin the package.",
                Check = provider => provider.Ask("version", version => version.Text is { Length: > 0 }, "a version"),
            },
            new("provider-explicit", Grade.Medium, Guardrail.WholeStack, "Every resource says by which provider it is made")
            {
                Reason = "The default provider takes region and account from whoever runs it, and puts no tags on anything.",
                Fix = "Pass the stack's provider in the options of the component or resource.",
                Check = stack =>
                    StackChecks.None(
                        stack
                            .Stack.Resources.Where(IsByDefault)
                            .Select(resource => $"{resource.Name}: got the default provider, want one of the stack")
                    ),
            },
            new("tags-default", Grade.Low, Provider, "Everything says to which project and environment it belongs")
            {
                Reason = "What carries no tags is found in no invoice and no search, and belongs to nobody.",
                Fix = "Set defaultTags.tags of the provider: Project, Environment and ManagedBy.",
                Also = ["SNS.3", "SQS.2", "DynamoDB.5"],
                Check = provider =>
                    provider.AskDocument(
                        "defaultTags",
                        tags =>
                            StackChecks.None(
                                Wanted
                                    .Where(key => tags["tags"][key].IsEmpty)
                                    .Select(key => $"defaultTags.tags.{key}: got nothing, want a value")
                            )
                    ),
            },
            new(
                "tags-not-overridden",
                Grade.Low,
                Guardrail.WholeStack,
                "No resource says another project or environment than its stack"
            )
            {
                Reason = "It is counted and found as somebody else's.",
                Fix = "Leave the key out of tags; the provider's default is on the resource already.",
                Check = stack => StackChecks.None(stack.Stack.Resources.SelectMany(Overridden)),
            },
        ];

    private static bool IsByDefault(Resource resource) =>
        resource.State.Custom
        && resource.Type.StartsWith("aws:", StringComparison.Ordinal)
        // What a component of another package makes gets its provider there.
        && !(resource.State.Parent is { } parent && Urns.Type(parent).StartsWith("awsx:", StringComparison.Ordinal))
        && (Tags.Provider(resource)?.Name.StartsWith("default", StringComparison.Ordinal) ?? true);

    private static IEnumerable<string> Overridden(Resource resource)
    {
        var own = resource["tags"];
        if (own.IsMissing)
            yield break;
        foreach (var (key, value) in Tags.OfProvider(Tags.Provider(resource)))
            if (own[key] is { IsMissing: false, IsUnknown: false } other && other.Text != value.Text)
                yield return $"{resource.Name} tags.{key}: got {Checks.Quoted(other)}, want {Checks.Quoted(value)}";
    }
}
