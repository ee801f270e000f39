using System.Text.Json.Nodes;
using Infra.Validation;
using Pulumi;
using Pulumi.Awsx.Ecr.Inputs;
using LifecyclePolicy = Pulumi.Aws.Ecr.LifecyclePolicy;
using Repository = Pulumi.Awsx.Ecr.Repository;

namespace Infra.Compute;

/// <summary>A private repository of container images: scanned when pushed, never overwritten, cleaned up by itself.</summary>
internal sealed class ContainerRepository : ComponentResource
{
    /// <summary>The address without tag, known before anything is deployed because account and region are.</summary>
    public string Url { get; }

    /// <summary>The name.</summary>
    public string RepositoryName { get; }

    /// <summary>Makes the repository.</summary>
    public ContainerRepository(string name, ContainerRepositoryArgs args, ComponentResourceOptions? options = null)
        : base("idp:compute:ContainerRepository", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var context = args.Context;
        RepositoryName = context.Label.Repository(args.Role);
        Url = $"{context.AccountId}.dkr.ecr.{context.Region}.amazonaws.com/{RepositoryName}";

        var repository = new Repository(
            $"{name}-repository",
            new()
            {
                Name = RepositoryName,
                ImageTagMutability = "IMMUTABLE",
                ImageScanningConfiguration = new Pulumi.Aws.Ecr.Inputs.RepositoryImageScanningConfigurationArgs
                {
                    ScanOnPush = true,
                },
                EncryptionConfigurations =
                [
                    new Pulumi.Aws.Ecr.Inputs.RepositoryEncryptionConfigurationArgs
                    {
                        EncryptionType = "KMS",
                        KmsKey = args.KeyArn,
                    },
                ],
                ForceDelete = !args.Protect,
                // Its own rules for tagged images want prefixes of tags; those below are about all of them.
                LifecyclePolicy = new LifecyclePolicyArgs { Skip = true },
                Tags = new Dictionary<string, string> { ["Name"] = RepositoryName },
            },
            new() { Parent = this, Protect = args.Protect }
        );
        _ = new LifecyclePolicy(
            $"{name}-lifecycle",
            new() { Repository = RepositoryName, Policy = Lifecycle(args) },
            new() { Parent = this, DependsOn = { repository } }
        );
        RegisterOutputs();
    }

    private static string Lifecycle(ContainerRepositoryArgs args) =>
        new JsonObject
        {
            ["rules"] = new JsonArray(
                Rule(
                    1,
                    $"Untagged images go after {args.UntaggedDays} day{(args.UntaggedDays == 1 ? "" : "s")}",
                    new JsonObject
                    {
                        ["tagStatus"] = "untagged",
                        ["countType"] = "sinceImagePushed",
                        ["countUnit"] = "days",
                        ["countNumber"] = args.UntaggedDays,
                    }
                ),
                // A deployed digest goes too when ten newer images are tagged: what runs must keep one of the last tags.
                Rule(
                    2,
                    $"The last {args.KeepTagged} tagged images stay",
                    new JsonObject
                    {
                        ["tagStatus"] = "tagged",
                        ["tagPatternList"] = new JsonArray("*"),
                        ["countType"] = "imageCountMoreThan",
                        ["countNumber"] = args.KeepTagged,
                    }
                )
            ),
        }.ToJsonString();

    private static JsonObject Rule(int priority, string description, JsonObject selection) =>
        new()
        {
            ["rulePriority"] = priority,
            ["description"] = description,
            ["selection"] = selection,
            ["action"] = new JsonObject { ["type"] = "expire" },
        };
}
