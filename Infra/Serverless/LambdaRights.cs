using System.Collections.Immutable;
using Infra.Policies;

namespace Infra.Serverless;

/// <summary>What a function may do besides its own work: write its log, read its variables, and what its switches need.</summary>
internal static class LambdaRights
{
    private static readonly ImmutableArray<string> Interfaces =
    [
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
    ];

    /// <summary>The statements.</summary>
    /// <param name="args">The function.</param>
    /// <param name="functionArn">Its ARN, without version.</param>
    /// <param name="logGroup">The name of its log group.</param>
    /// <param name="keyArn">The key of its variables.</param>
    public static IEnumerable<Statement> Of(LambdaFunctionArgs args, string functionArn, string logGroup, string keyArn)
    {
        var context = args.Context;
        yield return new("WriteLog")
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [context.Arn("logs", $"log-group:{logGroup}:*")],
        };
        if (args.Environment.Count > 0)
            yield return new("ReadVariables")
            {
                Actions = ["kms:Decrypt"],
                Resources = [keyArn],
                Conditions =
                [
                    new("StringEquals", "kms:EncryptionContext:aws:lambda:FunctionArn", functionArn),
                    new("StringEquals", "kms:ViaService", $"lambda.{context.Region}.amazonaws.com"),
                ],
            };
        if (args.Failures is { } failures)
            yield return new("SendFailures") { Actions = ["sqs:SendMessage"], Resources = [failures.QueueArn] };
        if (args.Failures is { Encrypted: true })
            yield return new("EncryptFailures")
            {
                Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
                Resources = [keyArn],
                Conditions = [new("StringEquals", "kms:ViaService", $"sqs.{context.Region}.amazonaws.com")],
            };
        if (args.Shape.Tracing)
            // X-Ray has no resources that a policy could name.
            yield return new("SendTraces") { Actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"] };
        if (args.Network is null)
            yield break;
        // Lambda makes interfaces with the function's role, on everything as AWS asks; the function's own code may not.
        yield return new("StandInNetwork") { Actions = Interfaces };
        yield return new Statement("LeaveNetworkAlone")
        {
            Actions = Interfaces,
            Conditions = [new("ArnEquals", "lambda:SourceFunctionArn", functionArn)],
        }.Deny();
    }
}
