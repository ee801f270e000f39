using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Data;

/// <summary>What a role needs to use a table: these actions on this table and its indexes, and its key through DynamoDB only.</summary>
internal static class TableRights
{
    // No Scan: it reads the whole table, and bills for it. A job that must may be given it by name.
    private static readonly ImmutableArray<string> Read =
    [
        "dynamodb:BatchGetItem",
        "dynamodb:ConditionCheckItem",
        "dynamodb:DescribeTable",
        "dynamodb:GetItem",
        "dynamodb:Query",
    ];

    private static readonly ImmutableArray<string> Write =
    [
        "dynamodb:BatchWriteItem",
        "dynamodb:DeleteItem",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
    ];

    private static readonly ImmutableArray<string> ReadKey = ["kms:Decrypt", "kms:DescribeKey"];

    private static readonly ImmutableArray<string> WriteKey =
    [
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
    ];

    /// <summary>The statements.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="tableArn">The table.</param>
    /// <param name="indexes">The names of its indexes.</param>
    /// <param name="keyArn">Its key.</param>
    /// <param name="access">What is done with it.</param>
    public static ImmutableArray<Statement> Of(
        StackContext context,
        string tableArn,
        IEnumerable<string> indexes,
        string keyArn,
        TableAccess access
    )
    {
        var writes = access == TableAccess.ReadWrite;
        var statements = ImmutableArray.CreateBuilder<Statement>();
        statements.Add(
            new("ReadTable")
            {
                Actions = Read,
                Resources = [tableArn, .. indexes.Order(StringComparer.Ordinal).Select(index => $"{tableArn}/index/{index}")],
            }
        );
        if (writes)
            statements.Add(new("WriteTable") { Actions = Write, Resources = [tableArn] }); // indexes follow by themselves
        statements.Add(
            new("UseKeyOfTable")
            {
                Actions = writes ? [.. ReadKey, .. WriteKey] : ReadKey,
                Resources = [keyArn],
                Conditions = [new("StringEquals", "kms:ViaService", $"dynamodb.{context.Region}.amazonaws.com")],
            }
        );
        return statements.ToImmutable();
    }
}
