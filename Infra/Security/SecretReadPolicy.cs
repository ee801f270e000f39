using Infra.Policies;
using Infra.Settings;
using Pulumi;

namespace Infra.Security;

/// <summary>What a task's execution role needs to hand secrets to its containers: these secrets, this key, nothing else.</summary>
internal static class SecretReadPolicy
{
    /// <summary>The policy document.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts the secrets.</param>
    /// <param name="secretArns">The secrets, whole ARNs without patterns.</param>
    public static Output<string> For(StackContext context, Input<string> keyArn, IEnumerable<Output<string>> secretArns) =>
        Output
            .Tuple(keyArn.ToOutput(), Output.All(secretArns))
            .Apply(arns => Write(context, arns.Item1, [.. arns.Item2.Order(StringComparer.Ordinal)]));

    private static string Write(StackContext context, string keyArn, string[] secretArns) =>
        PolicyDocument.Of(
            new Statement("ReadSecrets") { Actions = ["secretsmanager:GetSecretValue"], Resources = [.. secretArns] },
            new Statement("DecryptSecrets")
            {
                Actions = ["kms:Decrypt"],
                Resources = [keyArn],
                Conditions =
                [
                    new("StringEquals", "kms:ViaService", $"secretsmanager.{context.Region}.amazonaws.com"),
                    new("StringEquals", "kms:EncryptionContext:SecretARN", [.. secretArns]),
                ],
            }
        );
}
