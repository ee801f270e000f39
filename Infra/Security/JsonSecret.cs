using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Infra.Naming;
using Infra.Policies;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.SecretsManager;

namespace Infra.Security;

/// <summary>One secret of Secrets Manager that holds a flat JSON object, so that a task can be given single keys of it.</summary>
internal sealed class JsonSecret : ComponentResource
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The ARN, with the random letters that Secrets Manager adds, once the values are in the secret: ECS starts no task whose key is not there
    /// yet.
    /// </summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The keys of the object: a task that asks for another does not start.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Makes the secret, its first version and its policy.</summary>
    public JsonSecret(string name, JsonSecretArgs args, ComponentResourceOptions? options = null)
        : base("idp:security:JsonSecret", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Keys = [.. args.Values.Keys];

        var secret = new Secret(
            $"{name}-secret",
            new()
            {
                Name = args.Name is { } given ? NameRule.Secret.Check(given) : args.Context.Label.Secret(args.Role),
                Description = args.Description,
                KmsKeyId = args.KeyArn,
                RecoveryWindowInDays = args.RecoveryDays,
                Tags = args.Context.Label.NameTag(args.Role),
            },
            new() { Parent = this, Protect = args.Protect }
        );
        _ = new SecretPolicy(
            $"{name}-policy",
            new()
            {
                SecretArn = secret.Arn,
                Policy = AccountOnly(args.Context),
                BlockPublicPolicy = true,
            },
            new() { Parent = this }
        );
        var version = new SecretVersion(
            $"{name}-version",
            new() { SecretId = secret.Id, SecretString = Json(args) },
            new() { Parent = this }
        );

        // The id is known in every preview; that of the version would be unknown in each that changes a value.
        Arn = Output.Tuple(secret.Arn, version.SecretId).Apply(both => both.Item1);
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }

    private static Output<string> Json(JsonSecretArgs args)
    {
        var keys = args.Values.Keys.ToList();
        return Output.CreateSecret(
            Output
                .All(args.Values.Values)
                .Apply(values =>
                    JsonSerializer.Serialize(keys.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second), Plain)
                )
        );
    }

    // Whatever IAM says later: nobody from another account, and never in the clear. Services of AWS have no account of their own.
    private static string AccountOnly(StackContext context) =>
        PolicyDocument.Of(
            new Statement("NobodyOutsideTheAccount")
            {
                Principal = Principal.Anybody,
                Actions = ["secretsmanager:*"],
                Conditions =
                [
                    new("StringNotEquals", "aws:PrincipalAccount", context.AccountId),
                    new("Bool", "aws:PrincipalIsAWSService", "false"),
                ],
            }.Deny(),
            new Statement("NeverInTheClear")
            {
                Principal = Principal.Anybody,
                Actions = ["secretsmanager:*"],
                Conditions = [new("Bool", "aws:SecureTransport", "false")],
            }.Deny()
        );
}
