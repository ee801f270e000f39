using Engine.Values;
using Review.Model;

namespace Review.Guardrails;

/// <summary>
/// Runs every rule once on a made-up stack, so that the code of rules is compiled when the real one is there. A preview does it on the second processor while
/// it reads files and its program runs: most of what rules cost in a process that lives for a second is that first time.
/// </summary>
public static class GuardrailWarmUp
{
    private const string Policy = """
        {"Version": "2012-10-17", "Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": ["arn:aws:s3:::a/*"],
        "Principal": {"Service": "ec2.amazonaws.com"}, "Condition": {"StringEquals": {"aws:SourceAccount": "000000000000"}}}]}
        """;

    private const string Containers = """
        [{"name": "a", "image": "a@sha256:0", "environment": [{"name": "A", "value": "b"}], "secrets": [{"name": "B", "valueFrom": "arn:aws:ssm:a:b:c"}],
        "logConfiguration": {"logDriver": "awslogs", "options": {"mode": "non-blocking"}}, "portMappings": [{"containerPort": 80}]}]
        """;

    private const string Permissions = """
        [{"protocol": "tcp", "fromPort": 80, "toPort": 80, "cidrBlocks": ["0.0.0.0/0"]}, {"protocol": "-1", "cidrBlocks": ["10.0.0.0/16"]}]
        """;

    // Several stacks are previewed in one process; the code is compiled once.
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Does it on another thread, the first time that it is asked.</summary>
    public static Task StartAsync() => Once.Value;

    // One of each type, with the documents that many types have; each refers to the one role.
    private static void Run() =>
        _ = GuardrailRun.Of(
            MadeUpStack.Of(
                GuardrailCatalog.All.Select(rule => rule.On).Distinct(),
                config: null,
                ("policy", new StringValue(Policy)),
                ("assumeRolePolicy", new StringValue(Policy)),
                ("containerDefinitions", new StringValue(Containers)),
                ("ingress", JsonValues.Parse(Permissions)!),
                ("egress", JsonValues.Parse(Permissions)!),
                ("role", MadeUpStack.Link("aws:iam/role:Role", "arn")),
                ("name", new StringValue(MadeUpStack.Name))
            ),
            [],
            DateOnly.MaxValue
        );
}
