namespace Review.Tests.Guardrails.Rules;

internal sealed class InstanceRuleCases : RuleCases
{
    private const string Instances = """
        aws:ec2/subnet:Subnet a {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/subnet:Subnet c {"availabilityZone": "ap-northeast-1c"}
        aws:ec2/launchTemplate:LaunchTemplate template {"metadataOptions": {"httpEndpoint": "enabled", "httpTokens": "required", "httpPutResponseHopLimit": 1}, "networkInterfaces": [{"associatePublicIpAddress": "false"}], "blockDeviceMappings": [{"deviceName": "/dev/xvda", "ebs": {"encrypted": "true", "kmsKeyId": "key"}}, {"deviceName": "/dev/xvdb", "virtualName": "ephemeral0"}], "monitoring": {"enabled": true}}
        aws:autoscaling/group:Group group {"name": "instances", "vpcZoneIdentifiers": ["@a.id", "@c.id"], "launchTemplate": {"id": "@template.id", "version": "3"}, "targetGroupArns": ["arn:aws:elasticloadbalancing:tg"], "healthCheckType": "ELB", "protectFromScaleIn": true, "mixedInstancesPolicy": {"launchTemplate": {"overrides": [{"instanceType": "t3.medium"}, {"instanceType": "t3a.medium"}]}}}
        aws:ecs/capacityProvider:CapacityProvider provider {"autoScalingGroupProvider": {"autoScalingGroupArn": "@group.arn", "managedTerminationProtection": "ENABLED", "managedScaling": {"status": "ENABLED"}}}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("EC2.8", Instances)
                .FailsWith("template", "metadataOptions.httpTokens", "\"optional\"")
                .FailsWith("template", "metadataOptions", null)
                .PassesWith("template", "metadataOptions", """{"httpEndpoint": "disabled"}""")
                .CannotKnow("template", "metadataOptions.httpTokens"),
            new RuleCase("ec2-metadata-hops", Instances)
                .FailsWith("template", "metadataOptions.httpPutResponseHopLimit", "3")
                .PassesWith("template", "metadataOptions.httpPutResponseHopLimit", "2")
                .PassesWith("template", "metadataOptions.httpPutResponseHopLimit", null)
                .CannotKnow("template", "metadataOptions.httpPutResponseHopLimit"),
            new RuleCase("EC2.25", Instances)
                .FailsWith("template", "networkInterfaces.0.associatePublicIpAddress", "\"true\"")
                .FailsWith("template", "networkInterfaces.0.associatePublicIpAddress", "true")
                .PassesWith("template", "networkInterfaces", null)
                .CannotKnow("template", "networkInterfaces.0.associatePublicIpAddress")
                .CannotKnow("template", "networkInterfaces"),
            new RuleCase("EC2.181", Instances)
                .FailsWith("template", "blockDeviceMappings.0.ebs.encrypted", "\"false\"")
                .FailsWith("template", "blockDeviceMappings.0.ebs.encrypted", null)
                .FailsWith("template", "blockDeviceMappings", null)
                .CannotKnow("template", "blockDeviceMappings.0.ebs.encrypted"),
            new RuleCase("ec2-volume-key", Instances)
                .FailsWith("template", "blockDeviceMappings.0.ebs.kmsKeyId", null)
                .PassesWith("template", "blockDeviceMappings.0.ebs.kmsKeyId", "\"?\"")
                .CannotKnow("template", "blockDeviceMappings"),
            new RuleCase("ec2-detailed-monitoring", Instances)
                .FailsWith("template", "monitoring.enabled", "false")
                .FailsWith("template", "monitoring", null)
                .CannotKnow("template", "monitoring"),
            new RuleCase("ec2-key-pair", Instances).FailsWith("template", "keyName", "\"ops\"").CannotKnow("template", "keyName"),
            new RuleCase("AutoScaling.1", Instances)
                .SkipsWith("group", "targetGroupArns", "[]")
                .FailsAs(
                    "by traffic sources alone",
                    stack =>
                        stack
                            .With("group", "targetGroupArns", null)
                            .With("group", "trafficSources", """[{"identifier": "tg"}]""")
                            .With("group", "healthCheckType", "\"EC2\"")
                )
                .FailsWith("group", "healthCheckType", "\"EC2\"")
                .FailsWith("group", "healthCheckType", null)
                .CannotKnow("group", "healthCheckType"),
            new RuleCase("AutoScaling.2", Instances)
                .FailsWith("group", "vpcZoneIdentifiers", """["@a.id"]""")
                .FailsAs(
                    "one zone",
                    stack =>
                        stack
                            .With("group", "vpcZoneIdentifiers", null)
                            .With("group", "availabilityZones", """["ap-northeast-1a"]""")
                )
                .FailsWith("c", "availabilityZone", "\"ap-northeast-1a\"")
                .PassesAs(
                    "zones",
                    stack =>
                        stack
                            .With("group", "vpcZoneIdentifiers", null)
                            .With("group", "availabilityZones", """["ap-northeast-1a", "ap-northeast-1c"]""")
                )
                .CannotKnow("group", "vpcZoneIdentifiers"),
            new RuleCase("AutoScaling.6", Instances)
                .FailsWith("group", "mixedInstancesPolicy", null)
                .FailsWith("group", "mixedInstancesPolicy.launchTemplate.overrides", """[{"instanceType": "t3.medium"}]""")
                .PassesWith(
                    "group",
                    "mixedInstancesPolicy.launchTemplate.overrides",
                    """[{"instanceRequirements": {"vcpuCount": {"min": 2}}}]"""
                )
                .CannotKnow("group", "mixedInstancesPolicy"),
            new RuleCase("AutoScaling.9", Instances)
                .FailsWith("group", "launchConfiguration", "\"old\"")
                .FailsAs(
                    "neither",
                    stack => stack.With("group", "launchTemplate", null).With("group", "mixedInstancesPolicy", null)
                )
                .PassesAs(
                    "in the mixed policy",
                    stack =>
                        stack
                            .With("group", "launchTemplate", null)
                            .With(
                                "group",
                                "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification",
                                """{"launchTemplateId": "@template.id"}"""
                            )
                )
                .PassesWith("group", "mixedInstancesPolicy", null)
                .CannotKnow("group", "launchConfiguration"),
            new RuleCase("autoscaling-template-version", Instances)
                .FailsWith("group", "launchTemplate.version", "\"$Latest\"")
                .FailsWith("group", "launchTemplate.version", null)
                .CannotKnow("group", "launchTemplate.version"),
            new RuleCase("ECS.19", Instances)
                .FailsWith("provider", "autoScalingGroupProvider.managedTerminationProtection", "\"DISABLED\"")
                .FailsWith("provider", "autoScalingGroupProvider.managedTerminationProtection", null)
                .FailsWith("provider", "autoScalingGroupProvider.managedScaling.status", "\"DISABLED\"")
                .CannotKnow("provider", "autoScalingGroupProvider.managedScaling.status"),
            new RuleCase("ecs-scale-in-protection", Instances)
                .FailsWith("group", "protectFromScaleIn", "false")
                .FailsWith("group", "protectFromScaleIn", null)
                .SkipsWith("provider", "autoScalingGroupProvider.managedTerminationProtection", "\"DISABLED\"")
                .SkipsAs("a group of another stack", stack => stack.Without("group"))
                .CannotKnow("group", "protectFromScaleIn"),
        ];
}
