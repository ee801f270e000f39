using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Containers of ECS tasks: what they may do, what they know, and what they tell.</summary>
internal sealed class ContainerRules : GuardrailTable
{
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Service = "aws:ecs/service:Service";

    private static readonly string[] Root = ["0", "root"];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ECS.4", Grade.High, Definition, "No container is privileged")
            {
                Reason =
                    "A privileged container is root on its instance: it reads every other container's memory and credentials.",
                Fix = "Remove privileged, and add the one capability that is needed to linuxParameters.capabilities.",
                Also = ["CKV_AWS_334"],
                Check = definition =>
                    definition.EachContainer(container =>
                        container["privileged"].Ask("privileged", value => value.Bool != true, "false")
                    ),
            },
            new("ecs-capabilities", Grade.High, Definition, "No container has a capability that lets it out")
            {
                Reason = "With SYS_ADMIN or SYS_PTRACE a process leaves its container, or looks into others.",
                Fix = "Remove linuxParameters.capabilities.add; Fargate allows SYS_PTRACE alone, for debuggers.",
                Check = definition =>
                    definition.EachContainer(container =>
                        container["linuxParameters.capabilities.add"]
                            .Ask("linuxParameters.capabilities.add", value => value.IsEmpty, "none")
                    ),
            },
            new("ECS.5", Grade.High, Definition, "Containers cannot write to their root file system")
            {
                Reason = "An intruder replaces programs and leaves tools that stay as long as the task does.",
                Fix = "Set readonlyRootFilesystem: true, and give each directory that is written a volume or a tmpfs.",
                Also = ["CKV_AWS_336"],
                Check = definition =>
                    definition.EachContainer(container =>
                        container["readonlyRootFilesystem"].Ask("readonlyRootFilesystem", value => value.Bool == true, "true")
                    ),
            },
            new("ECS.8", Grade.High, Definition, "No container gets a secret as a plain environment variable")
            {
                Reason = "Whoever may describe task definitions reads it, in every revision there ever was; so does the state.",
                Fix =
                    "Move it to secrets, with valueFrom a Secrets Manager or SSM parameter ARN, let the execution role read it, and change the secret.",
                Also = ["CKV_SECRET_6", "AwsSolutions-ECS2"],
                Check = definition =>
                    definition["containerDefinitions"].IsSecret
                        ? Verdict.Fail(
                            "containerDefinitions: got a secret of the plan somewhere in it, want secrets.valueFrom instead"
                        )
                        : definition.EachContainer(container => HasNoSecret(definition.Stack, container)),
            },
            new("ECS.9", Grade.High, Definition, "Containers write logs")
            {
                Reason = "What a container printed is gone with it: nobody can say why it failed, or who did what.",
                Fix = "Set logConfiguration with the driver awslogs, or awsfirelens.",
                Also = ["AwsSolutions-ECS7"],
                Check = definition =>
                    definition.EachContainer(container =>
                        container["logConfiguration.logDriver"]
                            .Ask("logConfiguration.logDriver", value => !value.IsEmpty, "awslogs")
                    ),
            },
            new("ecs-log-mode", Grade.Medium, Definition, "Containers do not wait for CloudWatch Logs")
            {
                Reason =
                    "In blocking mode the application stands still while logs cannot be delivered: an outage of logs is one of everything.",
                Fix =
                    "Set logConfiguration.options.mode: non-blocking and max-buffer-size: 25m. When the buffer is full, lines are lost.",
                Check = definition =>
                    definition.EachContainer(container =>
                        container["logConfiguration.logDriver"].Text == "awslogs"
                            ? container["logConfiguration.options.mode"]
                                .Ask("logConfiguration.options.mode", value => value.Text == "non-blocking", "non-blocking")
                            : Verdict.Pass
                    ),
            },
            new("ECS.20", Grade.Medium, Definition, "Containers do not run as root")
            {
                Reason = "A hole in the runtime or the kernel gives root on the host to whoever is root in the container.",
                Fix =
                    "Set user to a numeric id and group such as 1000:1000, which must own what the container writes. What an image says itself does not show here.",
                When = definition =>
                    definition["runtimePlatform.operatingSystemFamily"].Text?.StartsWith("WINDOWS", StringComparison.Ordinal)
                    != true,
                Check = definition =>
                    definition.EachContainer(container =>
                        container["user"]
                            .Ask(
                                "user",
                                value => value.Text is { Length: > 0 } user && !Root.Contains(user.Split(':')[0]),
                                "a user other than root"
                            )
                    ),
            },
            new("ecs-image", Grade.Medium, Definition, "Images stay the same until they are deployed")
            {
                Reason =
                    "A task that is restarted at night fetches what the tag means then: an untested version, or a planted one, next to the old.",
                Fix =
                    "Name the image by digest (@sha256:…), or by a tag of a repository with imageTagMutability IMMUTABLE; never latest.",
                Check = definition =>
                    definition.EachContainer(container =>
                        container["image"].Bare is null ? Verdict.Fail("image: got nothing, want one by digest")
                        : container["image"].Text is not { } image
                            ? Verdict.CannotKnow("image is known only after the deployment")
                        : ContainerImages.WhyItMayChange(definition.Stack, image) is { } why
                            ? Verdict.Fail($"image: {why}, want a digest or a full version")
                        : Verdict.Pass
                    ),
            },
            new("ecs-health-check", Grade.Medium, Definition, "Containers that a service needs are checked for health")
            {
                Reason = "A process that hangs counts as running: nothing restarts it, and nobody notices.",
                Fix =
                    "Set healthCheck with a command that the image has, on each essential container that no load balancer checks.",
                When = definition => definition.ReferredBy(Service, "taskDefinition").Any(),
                Check = definition =>
                    definition.EachContainer(container =>
                        ContainerChecks.IsEssential(container) && !IsBehindLoadBalancer(definition, container)
                            ? container["healthCheck.command"].Ask("healthCheck.command", value => !value.IsEmpty, "a command")
                            : Verdict.Pass
                    ),
            },
            new("ecs-essential", Grade.Medium, Definition, "A task has a container that it stops with")
            {
                Reason = "Nothing would end the task when its work is done or has failed.",
                Fix = "Leave essential out, or set it to true, on the container that does the work.",
                Check = definition =>
                    definition.AskDocument(
                        "containerDefinitions",
                        list =>
                            Verdict.Of(
                                list.Items.Any(ContainerChecks.IsEssential),
                                "essential: got no container that is, want one"
                            )
                    ),
            },
        ];

    // A target group has health checks of its own, and ECS replaces a task that fails them.
    private static bool IsBehindLoadBalancer(Resource definition, Value container) =>
        definition
            .ReferredBy(Service, "taskDefinition")
            .All(service => service["loadBalancers"].Items.Any(one => one["containerName"].Text == container["name"].Text));

    private static Verdict HasNoSecret(StackModel stack, Value container) =>
        Verdict.All(
            container["environment"]
                .Items.Select(variable => new Member(variable["name"].Text ?? "", variable["value"]))
                .Select(variable =>
                    PlainSecrets.WhyOf(stack, variable.Key, variable.Value) is { } why
                        ? Verdict.Fail(
                            $"environment {variable.Key}: got a secret in plain text ({why}), want it in secrets.valueFrom"
                        )
                        : Verdict.Pass
                )
        );
}
