using Infra.Policies;
using Infra.Settings;

namespace Infra.Security;

/// <summary>What a task's execution role needs to hand secrets to its containers: these secrets, this key, nothing else.</summary>
internal static class SecretReadPolicy
{
    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts the secrets.</param>
    /// <param name="secretArns">The secrets, whole ARNs without patterns; at least one.</param>
    public static IEnumerable<Statement> Statements(StackContext context, string keyArn, IEnumerable<string> secretArns)
    {
        string[] arns = [.. secretArns.Distinct().Order(StringComparer.Ordinal)];
        yield return new("ReadSecrets") { Actions = ["secretsmanager:GetSecretValue"], Resources = [.. arns] };
        yield return new("DecryptSecrets")
        {
            Actions = ["kms:Decrypt"],
            Resources = [keyArn],
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"secretsmanager.{context.Region}.amazonaws.com"),
                new("StringEquals", "kms:EncryptionContext:SecretARN", [.. arns]),
            ],
        };
    }
}
