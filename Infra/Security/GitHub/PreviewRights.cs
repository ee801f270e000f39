using System.Collections.Immutable;
using Infra.Policies;

namespace Infra.Security.GitHub;

/// <summary>
/// What the role of pull requests may do besides reading how things are set up: read the state. A pull request runs code that nobody has
/// reviewed, so what is secret or data is denied, whatever a policy of a resource allows.
/// </summary>
internal static class PreviewRights
{
    /// <summary>The statements.</summary>
    /// <param name="args">Which state it is.</param>
    /// <param name="keyArn">The key of the state.</param>
    public static ImmutableArray<Statement> Of(GitHubOidcArgs args, string keyArn) =>
        [
            .. StateRights.Read(args, keyArn),
            new Statement("NeverSecrets")
            {
                Actions =
                [
                    "secretsmanager:BatchGetSecretValue",
                    "secretsmanager:GetSecretValue",
                    // IAM cannot tell whether a value is decrypted on the way, so no value is read.
                    "ssm:GetParameter*",
                ],
            }.Deny(),
            // Policies of AWS's own keys let in every identity of the account without asking IAM.
            new Statement("NeverOtherKeys") { Actions = ["kms:Decrypt", "kms:ReEncrypt*"], NotResources = [keyArn] }.Deny(),
            new Statement("NeverOtherObjects") { Actions = ["s3:GetObject*"], NotResources = [StateRights.Objects(args)] }.Deny(),
            new Statement("NeverData")
            {
                Actions =
                [
                    "cognito-idp:Admin*",
                    "cognito-idp:ListUsers*",
                    "dynamodb:*Item",
                    "dynamodb:PartiQL*",
                    "dynamodb:Query",
                    "dynamodb:Scan",
                    "lambda:Invoke*",
                    "logs:FilterLogEvents",
                    "logs:GetLog*",
                    "logs:StartQuery",
                    "sqs:ReceiveMessage",
                    "sts:AssumeRole*",
                ],
            }.Deny(),
        ];
}
