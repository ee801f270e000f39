using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Model;

namespace Review.Guardrails;

/// <summary>
/// Runs every rule once on a made-up stack, so that the code of rules is compiled when the real one is there. A preview does it on the second processor while
/// its program runs: most of what rules cost in a process that lives for a second is that first time.
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

    // Several stacks are previewed in one process; the code is compiled once.
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Does it on another thread, the first time that it is asked.</summary>
    public static Task StartAsync() => Once.Value;

    private static void Run()
    {
        var states = GuardrailCatalog.All.Select(rule => rule.On).Distinct().Select(State);
        var plan = new Plan
        {
            Project = "a",
            Stack = "b",
            Steps =
            [
                .. states.Select(state => new PlanStep
                {
                    Op = StepOp.Create,
                    Urn = state.Urn,
                    New = state,
                }),
            ],
        };
        _ = GuardrailRun.Of(StackModel.Of(plan), [], DateOnly.MaxValue);
    }

    // One of each type, with the documents that many types have; each refers to the one role.
    private static ResourceState State(string type) =>
        new()
        {
            Urn = Urns.Create("b", "a", null, type, "c"),
            Type = type,
            Custom = true,
            Id = "d",
            Inputs = new ObjectValue(
                ImmutableSortedDictionary
                    .Create<string, PropertyValue>(StringComparer.Ordinal)
                    .Add("policy", new StringValue(Policy))
                    .Add("assumeRolePolicy", new StringValue(Policy))
                    .Add("containerDefinitions", new StringValue(Containers))
                    .Add("role", new StringValue(new Reference("aws:iam/role:Role", "c", "arn").ToString()))
                    .Add("name", new StringValue("c"))
            ),
        };
}
