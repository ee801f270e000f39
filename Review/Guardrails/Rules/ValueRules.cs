using Engine.Values;
using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Values of any resource: secrets stay secret, and no text is a mistake of the program.</summary>
internal sealed class ValueRules : GuardrailTable
{
    private const string RandomPassword = "random:index/randomPassword:RandomPassword";

    // Whatever the case.
    private static readonly HashSet<string> SecretKeys = new(StringComparer.OrdinalIgnoreCase)
    {
        "accessToken",
        "authToken",
        "clientSecret",
        "masterPassword",
        "oauthToken",
        "password",
        "passwords",
        "privateKey",
        "secretBinary",
        "secretString",
    };

    // What programs write when they put an output into a text before it is known, or an object where a text is meant.
    private static readonly string[] Mistakes =
    [
        "Calling [ToString] on an [Output<T>]",
        "Calling [toString] on an [Output<T>]",
        "Pulumi.Output`1",
        "System.Collections.",
        "[object Object]",
    ];

    // Random values that are shown in plans and state, or that are no secrets by their making.
    private static readonly string[] Guessable =
    [
        "random:index/randomId:RandomId",
        "random:index/randomInteger:RandomInteger",
        "random:index/randomPet:RandomPet",
        "random:index/randomString:RandomString",
        "random:index/randomUuid:RandomUuid",
        "random:index/uuid4:Uuid4",
    ];

    // Where AWS takes secrets.
    private static readonly (string Type, string Property)[] Places =
    [
        ("aws:elasticache/replicationGroup:ReplicationGroup", "authToken"),
        ("aws:elasticache/user:User", "passwords"),
        ("aws:rds/instance:Instance", "password"),
        (Tokens.SecretVersion, "secretBinary"),
        (Tokens.SecretVersion, "secretString"),
        (Tokens.Parameter, "value"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new(
                "values-no-secrets",
                Grade.Critical,
                Guardrail.WholeStack,
                "Passwords and tokens are secret in the plan and the state"
            )
            {
                Reason = "A plain password is readable in every plan, state file and log, for ever.",
                Fix = "Take it from a secret output or a secret of the stack file, or wrap it in Output.CreateSecret.",
                Check = stack =>
                    StackChecks.None(
                        stack
                            .Stack.Texts()
                            .Where(found => !found.IsSecret && SecretKeys.Contains(found.Key) && IsPlain(found.Text))
                            .Select(found => $"{found.Resource.Name} {found.Key}: got a plain value, want a secret")
                    ),
            },
            new("outputs-no-secrets", Grade.High, Guardrail.WholeStack, "Outputs of the stack give no secret away")
            {
                Reason = "Outputs are printed after every deployment, and readable for every stack that refers to this one.",
                Fix = "Wrap the output in Output.CreateSecret, or give out the ARN of the secret.",
                Check = stack =>
                    StackChecks.None(
                        StackChecks
                            .In(stack, "", stack.State.Outputs, false)
                            .Where(found => !found.IsSecret && SecretKeys.Contains(found.Key) && IsPlain(found.Text))
                            .Select(found => $"output {found.Key}: got a plain value, want a secret")
                    ),
            },
            new("values-random", Grade.High, Guardrail.WholeStack, "Secrets are made by RandomPassword, or by nobody")
            {
                Reason =
                    "The id of a random resource, and every result but that of RandomPassword, is plain in the state, and some are easy to guess.",
                Fix = "Take RandomPassword.Result.",
                Check = stack =>
                    StackChecks.None(
                        Places
                            .SelectMany(place =>
                                stack.Stack.All(place.Type).SelectMany(resource => Wrong(resource, place.Property))
                            )
                            .Distinct()
                    ),
            },
            new("values-no-output-texts", Grade.High, Guardrail.WholeStack, "No value is an output turned into a text too early")
            {
                Reason = "AWS gets a sentence about Output<T> where a name or ARN was meant, and sometimes takes it.",
                Fix = "Build the text with Output.Format or Apply.",
                Check = stack =>
                    StackChecks.None(
                        stack
                            .Stack.Texts()
                            .Where(found => IsMistake(found.Text))
                            .Select(found => $"{found.Resource.Name} {found.Key}: got the text of an output, want its value")
                            .Distinct()
                    ),
            },
        ];

    private static bool IsMistake(string text)
    {
        foreach (var mistake in Mistakes)
            if (text.Contains(mistake, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && !Reference.IsIn(text)
        && !text.StartsWith("arn:", StringComparison.Ordinal)
        // How long tokens live is said under their names too.
        && text is not ("seconds" or "minutes" or "hours" or "days");

    private static IEnumerable<string> Wrong(Resource resource, string property)
    {
        var references = StackChecks
            .In(resource, property, resource.State.Inputs[property] ?? NullValue.Instance, false)
            .SelectMany(found => Reference.In(found.Text))
            .Where(reference => Guessable.Contains(reference.Type) || reference is { Type: RandomPassword, Output: "id" });
        foreach (var reference in references)
            yield return $"{resource.Name} {property}: got the {reference.Output} of {reference.Name}, want the result of a RandomPassword";
        foreach (
            var other in Guessable.SelectMany(type => resource.Referred(property, type)).Where(_ => resource[property].HasUnknown)
        )
            yield return $"{resource.Name} {property}: got a value of {other.Name}, want the result of a RandomPassword";
    }
}
