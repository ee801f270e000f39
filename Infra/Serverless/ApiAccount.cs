using Infra.Policies;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.Iam;

namespace Infra.Serverless;

/// <summary>
/// The role with which API Gateway writes the logs of every API in an account and region. There is one, so one stack makes it; it stays when
/// that stack goes, because the others still log with it.
/// </summary>
internal sealed class ApiAccount : ComponentResource
{
    private const string Purpose = "api-gateway-logs";

    /// <summary>Makes the role and hands it to API Gateway.</summary>
    public ApiAccount(string name, StackContext context, ComponentResourceOptions? options = null)
        : base("idp:serverless:ApiAccount", name, options)
    {
        var kept = new CustomResourceOptions { Parent = this, RetainOnDelete = true };
        var role = new Role(
            $"{name}-logs-role",
            new()
            {
                Name = context.Label.Role(Purpose),
                Description = "API Gateway writes the logs of every API in this account and region",
                // API Gateway tries the role before it takes it, for no API in particular: a condition on one would let nobody in.
                AssumeRolePolicy = PolicyDocument.Of(
                    new Statement("ServiceTakesRole")
                    {
                        Principal = Principal.Services("apigateway.amazonaws.com"),
                        Actions = ["sts:AssumeRole"],
                        Resources = [],
                    }
                ),
                Tags = context.Label.NameTag(Purpose),
            },
            kept
        );
        // AWS's own policy: API Gateway refuses a role that may do less, and writes to groups of APIs that are not made yet.
        var write = new RolePolicyAttachment(
            $"{name}-logs-write",
            new()
            {
                Role = role.Name,
                PolicyArn = $"arn:{context.Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs",
            },
            kept
        );
        _ = new Account(
            $"{name}-account",
            new() { CloudwatchRoleArn = role.Arn },
            new()
            {
                Parent = this,
                RetainOnDelete = true,
                DependsOn = { write },
            }
        );
        RegisterOutputs();
    }
}
