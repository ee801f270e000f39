using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Sns;

namespace Infra.Serverless;

/// <summary>
/// Calls a function for every message of a topic. Nobody waits for its answer: what it fails at for good goes where the function says.
/// </summary>
internal sealed class FunctionSubscription : ComponentResource
{
    /// <summary>Makes the subscription and the right to call.</summary>
    public FunctionSubscription(string name, FunctionSubscriptionArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:FunctionSubscription", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var function = args.Function;
        var permission = new PermissionArgs
        {
            StatementId = $"{args.Role}-topic",
            Action = "lambda:InvokeFunction",
            // Once the alias is there.
            Function = function.InvokeArn.Apply(_ => function.FunctionName),
            Principal = "sns.amazonaws.com",
            SourceArn = args.TopicArn,
        };
        if (function.Alias is { } alias)
            permission.Qualifier = alias;
        var allowed = new Permission($"{name}-{args.Role}-may-call", permission, new() { Parent = this });
        _ = new TopicSubscription(
            $"{name}-{args.Role}-subscription",
            new()
            {
                Topic = args.TopicArn,
                Protocol = "lambda",
                Endpoint = function.CallArn,
            },
            // SNS asks at once whether it may.
            new() { Parent = this, DependsOn = { allowed } }
        );
        RegisterOutputs();
    }
}
