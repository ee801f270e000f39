namespace Review.Tests.Checklists;

/// <summary>Parts that several complete stacks have.</summary>
internal static class ListParts
{
    public const string Network = """
        aws:ec2/vpc:Vpc vpc {"enableDnsHostnames": true, "enableDnsSupport": true}
        aws:ec2/internetGateway:InternetGateway igw
        aws:ec2/natGateway:NatGateway nat-a
        aws:ec2/natGateway:NatGateway nat-b
        aws:ec2/route:Route out {"gatewayId": "@igw.id"}
        aws:ec2/route:Route private {"natGatewayId": "@nat-a.id"}
        aws:ec2/subnet:Subnet public-a {"availabilityZone": "1a", "tags": {"Type": "public"}}
        aws:ec2/subnet:Subnet public-b {"availabilityZone": "1b", "tags": {"Type": "public"}}
        aws:ec2/subnet:Subnet private-a {"availabilityZone": "1a", "tags": {"Type": "private-app"}}
        aws:ec2/subnet:Subnet private-b {"availabilityZone": "1b", "tags": {"Type": "private-app"}}
        """;

    public const string Rules = """
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web {"cidrIpv4": "0.0.0.0/0", "fromPort": 443, "toPort": 443}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule inner {"referencedSecurityGroupId": "sg-1", "fromPort": 5432, "toPort": 5432}
        """;

    public const string Policy =
        """aws:iam/rolePolicy:RolePolicy policy {"policy!": {"Statement": [{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "*"}]}}""";

    public const string Watched = """
        aws:sns/topic:Topic topic
        aws:sns/topicSubscription:TopicSubscription mail {"protocol": "email", "topic": "@topic.arn"}
        aws:cloudwatch/metricAlarm:MetricAlarm alarm {"alarmActions": ["@topic.arn"]}
        aws:cloudwatch/logGroup:LogGroup log {"retentionInDays": 30}
        aws:cloudwatch/dashboard:Dashboard board
        """;

    public const string Front = """
        aws:lb/loadBalancer:LoadBalancer alb {"enableDeletionProtection": true}
        aws:lb/listener:Listener http {"protocol": "HTTP"}
        aws:lb/listener:Listener https {"protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "certificateArn": "arn"}
        aws:lb/targetGroup:TargetGroup tg {"healthCheck": {"path": "/actuator/health"}}
        """;

    public const string Cluster =
        """aws:ecs/cluster:Cluster cluster {"settings": [{"name": "containerInsights", "value": "enabled"}]}""";

    public const string Secret =
        """aws:secretsmanager/secret:Secret secret {"kmsKeyId": "@key.arn", "recoveryWindowInDays": 7}""";

    public const string Key = """aws:kms/key:Key key {"enableKeyRotation": true}""";

    public const string Cdn =
        """aws:cloudfront/distribution:Distribution cdn {"aliases": ["a.example"], "webAclId": "arn", "defaultCacheBehavior": {"viewerProtocolPolicy": "redirect-to-https", "cachePolicyId": "id"}}""";

    public const string Pool =
        """aws:cognito/userPool:UserPool pool {"mfaConfiguration": "ON", "deletionProtection": "ACTIVE", "userPoolAddOns": {"advancedSecurityMode": "ENFORCED"}, "passwordPolicy": {"minimumLength": 12, "requireLowercase": true, "requireUppercase": true, "requireNumbers": true, "requireSymbols": true, "temporaryPasswordValidityDays": 7}}""";

    public const string Encrypted =
        """aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration enc {"rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"}}]}""";
}
