using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>EC2 instances, as launch templates and Auto Scaling groups make them.</summary>
internal sealed class InstanceRules : GuardrailTable
{
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Provider = "aws:ecs/capacityProvider:CapacityProvider";

    // A container in bridge mode is one hop further away than the instance.
    private const int MostHops = 2;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("EC2.8", Grade.High, Template, "Instances answer only IMDSv2")
            {
                Reason =
                    "With IMDSv1 one forged request to a web application is enough to read the credentials of the instance's role.",
                Fix = "Set metadataOptions.httpTokens: required. SDKs of before 2020 cannot get credentials then.",
                Also = ["CIS 5.7", "EC2.170", "AutoScaling.3", "CKV_AWS_79"],
                Check = template =>
                    template.IsOneOf("metadataOptions.httpEndpoint", "disabled").Outcome == Outcome.Pass
                        ? Verdict.Pass
                        : template.IsOneOf("metadataOptions.httpTokens", "required"),
            },
            new(
                "ec2-metadata-hops",
                Grade.Medium,
                Template,
                "Instance metadata goes no further than the containers of the instance"
            )
            {
                Reason =
                    "Each hop more lets the answer, and the role's credentials in it, travel through one more network device or proxy.",
                Fix = "Set metadataOptions.httpPutResponseHopLimit to 1, or 2 where containers need the role of the instance.",
                Also = ["AutoScaling.4", "CKV_AWS_341"],
                Check = template => template.AtMost("metadataOptions.httpPutResponseHopLimit", MostHops, absent: 1),
            },
            new("EC2.25", Grade.High, Template, "Launch templates give instances no public address")
            {
                Reason = "Each instance of the group is on the internet then, and only its security group protects it.",
                Fix = "Set networkInterfaces.associatePublicIpAddress: false, or leave the interfaces to the subnet.",
                Also = ["EC2.9", "AutoScaling.5", "CKV_AWS_88"],
                Check = template =>
                    EachOf(
                        template,
                        "networkInterfaces",
                        (nic, path) =>
                            nic["associatePublicIpAddress"]
                                .Ask($"{path}.associatePublicIpAddress", value => value.IsMissing || value.Bool == false, "false")
                    ),
            },
            new("EC2.181", Grade.Medium, Template, "Volumes of instances are encrypted")
            {
                Reason = "Image layers, logs and what containers write lie on the disk and in its snapshots in plain text else.",
                Fix = "Set blockDeviceMappings.ebs.encrypted: true; instances get it as they are replaced.",
                Also = ["EC2.3", "CIS 5.1.1", "CKV_AWS_8", "AwsSolutions-EC26"],
                Check = template =>
                    template.IsSet("blockDeviceMappings", "the root volume, encrypted")
                    & EachVolume(template, "encrypted", value => value.Bool == true, "true"),
            },
            new("ec2-volume-key", Grade.Low, Template, "Volumes of instances are encrypted with a key of the account's own")
            {
                Reason =
                    "The policy of AWS's own key cannot be changed, and it cannot be taken away from whoever got a snapshot.",
                Fix =
                    "Set blockDeviceMappings.ebs.kmsKeyId; the key's policy must let the Auto Scaling service-linked role use it.",
                When = template => !template["blockDeviceMappings"].IsEmpty,
                Check = template =>
                    EachOf(
                        template,
                        "blockDeviceMappings",
                        (device, path) =>
                            device["ebs"].IsMissing
                                ? Verdict.Pass
                                : Verdict.Of(!device["ebs.kmsKeyId"].IsEmpty, $"{path}.ebs.kmsKeyId: got nothing, want a KMS key")
                    ),
            },
            new("ec2-detailed-monitoring", Grade.Low, Template, "Instances report their metrics every minute")
            {
                Reason = "At one value in five minutes scaling and alarms come too late for a rush.",
                Fix = "Set monitoring.enabled: true. CloudWatch charges for the metrics of each instance.",
                Also = ["CKV_AWS_126", "AwsSolutions-EC28"],
                Check = template => template.Is("monitoring.enabled", true),
            },
            new("ec2-key-pair", Grade.Medium, Template, "Nobody signs in to instances with an SSH key")
            {
                Reason = "A key pair is shared, never expires, and leaves no record of who used it.",
                Fix = "Leave keyName out; sign in by SSM Session Manager, which needs AmazonSSMManagedInstanceCore on the role.",
                Check = template => template.IsUnset("keyName", "nothing, and SSM instead"),
            },
            new("AutoScaling.1", Grade.Low, Group, "Groups behind a load balancer replace instances that it finds unhealthy")
            {
                Reason = "EC2's own check sees a running machine and keeps it, while users get errors from it.",
                Fix = "Set healthCheckType: ELB, and healthCheckGracePeriod to the time that a start takes.",
                When = group =>
                    !group["targetGroupArns"].IsEmpty || !group["loadBalancers"].IsEmpty || !group["trafficSources"].IsEmpty,
                Check = group => group.IsOneOf("healthCheckType", "ELB", "VPC_LATTICE"),
            },
            new("AutoScaling.2", Grade.Medium, Group, "Auto Scaling groups span Availability Zones")
            {
                Reason = "When the only zone fails there is no place to start instances in.",
                Fix = "Set vpcZoneIdentifiers to one private subnet of each zone.",
                FollowsReferences = true,
                Check = group =>
                    group["availabilityZones"].Items.Count() > 1 ? Verdict.Pass : group.SpansZones("vpcZoneIdentifiers"),
            },
            new("AutoScaling.6", Grade.Medium, Group, "Auto Scaling groups can take several instance types")
            {
                Reason = "When a zone runs out of the only type, scaling out and replacing instances stop.",
                Fix = "Set mixedInstancesPolicy.launchTemplate.overrides to two types or more of the same size.",
                Check = group =>
                    group.Ask(
                        "mixedInstancesPolicy.launchTemplate.overrides",
                        value => value.Items.Count() > 1 || value.Items.Any(one => !one["instanceRequirements"].IsEmpty),
                        "two instance types or more"
                    ),
            },
            new("AutoScaling.9", Grade.Medium, Group, "Auto Scaling groups use launch templates")
            {
                Reason = "Launch configurations have no versions, cannot require IMDSv2 for all, and AWS makes no new ones.",
                Fix = "Set launchTemplate, or mixedInstancesPolicy with one, and leave launchConfiguration out.",
                Also = ["CKV_AWS_315"],
                Check = group =>
                    group.IsUnset("launchConfiguration")
                    & Verdict.Of(
                        !group["launchTemplate"].IsEmpty || !group["mixedInstancesPolicy.launchTemplate"].IsEmpty,
                        "launchTemplate: got nothing, want a launch template"
                    ),
            },
            new(
                "autoscaling-template-version",
                Grade.Medium,
                Group,
                "Auto Scaling groups name the version of their launch template"
            )
            {
                Reason =
                    "With $Latest a new version is used by whatever starts next, without a deployment, a refresh or a way back.",
                Fix =
                    "Set launchTemplate.version from the template's latestVersion output; a change of it then starts the instance refresh.",
                When = group => !group["launchTemplate"].IsEmpty,
                Check = group =>
                    group.Ask(
                        "launchTemplate.version",
                        value => value.Text is { } version && !version.StartsWith('$'),
                        "a number, and not $Latest or $Default"
                    ),
            },
            new("ECS.19", Grade.Medium, Provider, "ECS decides which instances may go")
            {
                Reason = "Scaling in ends an instance with the tasks on it, in the middle of their requests.",
                Fix = "Set managedTerminationProtection and managedScaling.status to ENABLED.",
                When = provider => !provider["autoScalingGroupProvider"].IsEmpty,
                Check = provider =>
                    provider.IsOneOf("autoScalingGroupProvider.managedTerminationProtection", "ENABLED")
                    & provider.IsOneOf("autoScalingGroupProvider.managedScaling.status", "ENABLED"),
            },
            new("ecs-scale-in-protection", Grade.Medium, Provider, "Groups whose instances ECS protects protect new instances")
            {
                Reason = "ECS refuses managed termination protection for a group that does not: the deployment fails half-way.",
                Fix = "Set protectFromScaleIn: true on the Auto Scaling group of the capacity provider.",
                When = provider =>
                    provider["autoScalingGroupProvider.managedTerminationProtection"].Text == "ENABLED"
                    && provider.Referred("autoScalingGroupProvider", Group).Any(),
                Check = provider =>
                    Verdict.All(
                        provider
                            .Referred("autoScalingGroupProvider", Group)
                            .Select(group => Judgement.Of(group.Name, group.Is("protectFromScaleIn", true)))
                    ),
            },
        ];

    private static Verdict EachVolume(Resource template, string property, Func<Value, bool> test, string wanted) =>
        EachOf(
            template,
            "blockDeviceMappings",
            (device, path) =>
                device["ebs"].IsMissing ? Verdict.Pass : device[$"ebs.{property}"].Ask($"{path}.ebs.{property}", test, wanted)
        );

    private static Verdict EachOf(Resource resource, string property, Func<Value, string, Verdict> check) =>
        resource[property].IsUnknown
            ? Verdict.CannotKnow($"{property} is known only after the deployment")
            : Verdict.All(resource[property].Items.Select((item, at) => check(item, $"{property}[{at}]")));
}
