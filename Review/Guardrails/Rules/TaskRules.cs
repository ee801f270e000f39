using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>ECS task definitions: what a task shares with its host and with others.</summary>
internal sealed class TaskRules : GuardrailTable
{
    private const string Definition = "aws:ecs/taskDefinition:TaskDefinition";

    // A path through which a container commands the container runtime itself.
    private const string RuntimeSocket = "/var/run/docker.sock";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("ECS.1", Grade.High, Definition, "Tasks on the host's network run as a user of their own")
            {
                Reason = "Root on the host's network listens on every port of the instance and reaches its metadata.",
                Fix = "Set networkMode: awsvpc; where host is needed, set user to one other than root on each container.",
                When = definition => definition["networkMode"].IsUnknown || definition["networkMode"].Text == "host",
                Check = definition =>
                    definition["networkMode"].IsUnknown
                        ? Verdict.CannotKnow("networkMode is known only after the deployment")
                        : definition.EachContainer(container =>
                            container["privileged"].Bool == true
                                ? Verdict.Pass
                                : container["user"]
                                    .Ask(
                                        "user",
                                        value => value.Text is { Length: > 0 } and not "root" and not "0",
                                        "a user other than root"
                                    )
                        ),
            },
            new("ECS.17", Grade.Medium, Definition, "Tasks have a network of their own")
            {
                Reason = "On the host's network containers take each other's ports, and no security group tells them apart.",
                Fix = "Set networkMode: awsvpc, or bridge on instances. Each task then takes an address of the subnet.",
                Check = definition =>
                    definition.Ask("networkMode", value => value.Text != "host", "awsvpc, or bridge on instances"),
            },
            new("ECS.3", Grade.High, Definition, "Tasks do not see the processes of their host")
            {
                Reason = "Every process of the instance, with its environment and secrets, is open to the container.",
                Fix = "Remove pidMode, or set it to task.",
                Also = ["CKV_AWS_335"],
                Check = definition => definition.Ask("pidMode", value => value.Text != "host", "task or nothing"),
            },
            new("ecs-ipc-mode", Grade.Medium, Definition, "Tasks do not share memory with their host")
            {
                Reason = "Shared memory of other tasks and of the host can be read and written.",
                Fix = "Remove ipcMode, or set it to task or none.",
                Check = definition => definition.Ask("ipcMode", value => value.Text != "host", "task, none or nothing"),
            },
            new("ECS.18", Grade.Medium, Definition, "EFS volumes are mounted by TLS")
            {
                Reason = "Files pass the network in plain text else.",
                Fix = "Set volumes.efsVolumeConfiguration.transitEncryption: ENABLED.",
                Also = ["CKV_AWS_97"],
                When = definition => definition["volumes"].Items.Any(volume => !volume["efsVolumeConfiguration"].IsMissing),
                Check = definition =>
                    EachVolume(
                        definition,
                        volume =>
                            volume["efsVolumeConfiguration"].IsMissing
                                ? Verdict.Pass
                                : volume["efsVolumeConfiguration.transitEncryption"]
                                    .Ask("efsVolumeConfiguration.transitEncryption", value => value.Text == "ENABLED", "ENABLED")
                    ),
            },
            new("ecs-host-path", Grade.High, Definition, "No task mounts the container runtime of its host")
            {
                Reason = "Through its socket a container starts others with every right on the instance.",
                Fix = "Remove the volume with hostPath /var/run/docker.sock.",
                Check = definition =>
                    EachVolume(
                        definition,
                        volume =>
                            volume["hostPath"]
                                .Ask(
                                    "hostPath",
                                    value =>
                                        value.Text is not { } path
                                        || path != "/" && !RuntimeSocket.StartsWith(path, StringComparison.Ordinal),
                                    "no path that leads to the container runtime"
                                )
                    ),
            },
            new("ecs-roles", Grade.Medium, Definition, "Tasks do not run with the role that starts them")
            {
                Reason =
                    "The execution role reads the secrets of the task: what gets into a container could read them all, for ever.",
                Fix = "Set taskRoleArn to a role of its own with what the code needs, or leave it out.",
                Also = ["CKV_AWS_249"],
                When = definition => !definition["taskRoleArn"].IsMissing,
                Check = definition =>
                    Judgement.Unless(
                        definition["taskRoleArn"].Text is { } task && definition["executionRoleArn"].Text is { } execution
                                ? task == execution
                            : definition["executionRoleArn"].IsMissing ? false
                            : null,
                        "taskRoleArn: got the execution role, want another one",
                        "which roles these are"
                    ),
            },
            new("ecs-memory", Grade.High, Definition, "The containers of a task fit into its memory")
            {
                Reason = "ECS refuses the task definition, or the kernel ends containers when all of them are busy.",
                Fix = "Raise memory of the task, or lower memory or memoryReservation of its containers (MiB).",
                When = definition => definition["memory"].Number is not null,
                Check = definition =>
                    definition.AskDocument(
                        "containerDefinitions",
                        list =>
                        {
                            var sum = list.Items.Where(ContainerChecks.IsEssential).Sum(MemoryOf);
                            return Verdict.Of(
                                sum <= definition["memory"].Number,
                                $"memory: got {definition["memory"].Text} MiB, want {sum} MiB or more for its essential containers"
                            );
                        }
                    ),
            },
        ];

    private static double MemoryOf(Value container) => container["memoryReservation"].Number ?? container["memory"].Number ?? 0;

    private static Verdict EachVolume(Resource definition, Func<Value, Verdict> check) =>
        definition["volumes"].IsUnknown
            ? Verdict.CannotKnow("volumes is known only after the deployment")
            : Verdict.All(
                definition["volumes"].Items.Select(volume => Judgement.Of($"volume {volume["name"].Text}", check(volume)))
            );
}
