using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Configuration;

/// <summary>What a role needs to read parameters of a stack, and nothing else.</summary>
internal static class ParameterReadPolicy
{
    /// <summary>For a task that reads the whole tree, or a part of it by name.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key of the secure ones; nothing when the task may read only the others.</param>
    public static IEnumerable<Statement> Tree(StackContext context, string? keyArn)
    {
        var root = context.Arn("ssm", $"parameter{context.Label.ParameterRoot}");
        yield return new("ReadParameters")
        {
            Actions = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
            Resources = [root, $"{root}/*"],
        };
        if (keyArn is not null)
            yield return Decrypt(context, keyArn, "StringLike", [$"{root}/*"]);
    }

    /// <summary>For the execution role of a task that is handed single parameters when it starts.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="keyArn">The key of the secure ones; nothing where there is none among them.</param>
    /// <param name="arns">The parameters; at least one.</param>
    public static IEnumerable<Statement> Single(StackContext context, string? keyArn, IEnumerable<string> arns)
    {
        ImmutableArray<string> sorted = [.. arns.Distinct().Order(StringComparer.Ordinal)];
        yield return new("ReadParameters") { Actions = ["ssm:GetParameters"], Resources = sorted };
        if (keyArn is not null)
            yield return Decrypt(context, keyArn, "StringEquals", sorted);
    }

    // Parameter Store names the parameter whenever it uses the key.
    private static Statement Decrypt(StackContext context, string keyArn, string comparison, ImmutableArray<string> arns) =>
        new("DecryptParameters")
        {
            Actions = ["kms:Decrypt"],
            Resources = [keyArn],
            Conditions =
            [
                new("StringEquals", "kms:ViaService", $"ssm.{context.Region}.amazonaws.com"),
                new(comparison, "kms:EncryptionContext:PARAMETER_ARN", arns),
            ],
        };
}
