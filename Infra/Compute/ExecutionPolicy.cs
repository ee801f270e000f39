using System.Collections.Immutable;
using Infra.Configuration;
using Infra.Policies;
using Infra.Security;
using Infra.Settings;
using Pulumi;

namespace Infra.Compute;

/// <summary>
/// What ECS itself may do to start a task: pull its images, open its log streams, read its secrets. Each exactly those of the task.
/// </summary>
internal static class ExecutionPolicy
{
    /// <summary>The policy document.</summary>
    public static Output<string> For(ITaskContent args)
    {
        var keys = args.Containers.SelectMany(container => container.Secrets.Values).ToList();
        var secrets = keys.Where(key => !key.IsParameter).Select(key => key.Arn.ToOutput());
        var parameters = keys.Where(key => key.IsParameter).Select(key => key.Arn.ToOutput());
        ImmutableArray<string> repositories =
        [
            .. args
                .Containers.Select(container => new ImageReference(container.Image).RepositoryArn(args.Context))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        return Output
            .Tuple(args.KeyArn.ToOutput(), args.LogGroup.ToOutput(), Output.All(secrets), Output.All(parameters))
            .Apply(known =>
                PolicyDocument.Of([
                    .. Statements(args.Context, repositories, known.Item1, known.Item2, known.Item3),
                    .. known.Item4.IsEmpty ? [] : ParameterReadPolicy.Single(args.Context, known.Item1, known.Item4),
                ])
            );
    }

    private static IEnumerable<Statement> Statements(
        StackContext context,
        ImmutableArray<string> repositories,
        string keyArn,
        string logGroup,
        ImmutableArray<string> secretArns
    )
    {
        if (!repositories.IsEmpty)
        {
            // The one action that takes no resource: a token is for the whole registry.
            yield return new("LogInToRegistry") { Actions = ["ecr:GetAuthorizationToken"] };
            yield return new("PullImages")
            {
                Actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                Resources = repositories,
            };
        }
        yield return new("WriteLogs")
        {
            Actions = ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resources = [context.Arn("logs", $"log-group:{logGroup}:log-stream:{ContainerLog.StreamPrefix}/*")],
        };
        if (!secretArns.IsEmpty)
            foreach (var statement in SecretReadPolicy.Statements(context, keyArn, secretArns))
                yield return statement;
    }
}
