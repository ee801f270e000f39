using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;

namespace Infra.Compute;

/// <summary>The instances of a cluster: as many as ECS asks for, spread over the subnets.</summary>
internal static class InstanceGroup
{
    // Auto Scaling starts the new instance first and stops the old one when the new one is warm.
    private const int LeastHealthyPercent = 100;
    private const int MostHealthyPercent = 200;

    /// <summary>Makes the Auto Scaling group.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="args">What the instances are.</param>
    /// <param name="template">What each is like.</param>
    /// <param name="parent">The component.</param>
    public static Group Make(string name, Ec2CapacityClusterArgs args, LaunchTemplate template, Resource parent) =>
        new(
            $"{name}-instances",
            new()
            {
                Name = args.Context.Label.Name("ecs-asg"),
                MinSize = args.MinInstances,
                MaxSize = args.MaxInstances,
                VpcZoneIdentifiers = args.SubnetIds.ToArray(),
                LaunchTemplate = new GroupLaunchTemplateArgs
                {
                    Id = template.Id,
                    // A number: with $Latest a new version would not start an instance refresh.
                    Version = template.LatestVersion.Apply(version => $"{version}"),
                },
                HealthCheckType = "EC2",
                // ECS decides how many there are; a deployment that waited for some would wait for ever.
                WaitForCapacityTimeout = "0",
                ProtectFromScaleIn = args.Managed.ProtectFromScaleIn,
                ForceDelete = !args.Protect,
                InstanceRefresh = new GroupInstanceRefreshArgs
                {
                    Strategy = "Rolling",
                    Preferences = new GroupInstanceRefreshPreferencesArgs
                    {
                        MinHealthyPercentage = LeastHealthyPercent,
                        MaxHealthyPercentage = MostHealthyPercent,
                        InstanceWarmup = $"{args.Managed.WarmUpSeconds}",
                        // Instances with tasks are protected from scale-in, and a refresh would wait for them until it fails.
                        ScaleInProtectedInstances = "Refresh",
                        // The template may be the same and its image a newer one.
                        SkipMatching = false,
                    },
                },
                Tags = Tags(args).ToList(),
            },
            new()
            {
                Parent = parent,
                IgnoreChanges = { "desiredCapacity" }, // ECS moves it
            }
        );

    private static IEnumerable<GroupTagArgs> Tags(Ec2CapacityClusterArgs args)
    {
        // ECS adds this tag when it takes the group; left out here, each deployment would remove it.
        yield return Tag("AmazonECSManaged", "", propagate: true);
        // The launch template tags the instances; the provider's default tags do not reach an Auto Scaling group.
        foreach (var (key, value) in args.Tags.SetItem("Name", args.Context.Label.Name("ecs-asg")))
            yield return Tag(key, value, propagate: false);
    }

    private static GroupTagArgs Tag(string key, string value, bool propagate) =>
        new()
        {
            Key = key,
            Value = value,
            PropagateAtLaunch = propagate,
        };
}
