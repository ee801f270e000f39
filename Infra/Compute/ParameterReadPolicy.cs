using Infra.Policies;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>What a task's execution role needs to hand parameters to its containers: these parameters, this key, nothing else.</summary>
internal static class ParameterReadPolicy
{
    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key that encrypts the parameters.</param>
    /// <param name="parameterArns">The parameters, whole ARNs without patterns; at least one.</param>
    public static IEnumerable<Statement> Statements(StackContext context, string keyArn, IEnumerable<string> parameterArns)
    {
        string[] arns = [.. parameterArns.Distinct().Order(StringComparer.Ordinal)];
        yield return new("ReadParameters") { Actions = ["ssm:GetParameters"], Resources = [.. arns] };
        yield return new("DecryptParameters")
        {
            Actions = ["kms:Decrypt"],
            Resources = [keyArn],
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"ssm.{context.Region}.amazonaws.com"),
                new("StringEquals", "kms:EncryptionContext:PARAMETER_ARN", [.. arns]),
            ],
        };
    }
}
