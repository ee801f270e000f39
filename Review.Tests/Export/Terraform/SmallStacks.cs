namespace Review.Tests.Export.Terraform;

/// <summary>A stack with one of everything that is special about the export.</summary>
internal static class SmallStacks
{
    public const string Canary = "correct-horse-battery-staple";

    public static StackText Shop =>
        StackText.Of(
            """
            pulumi:providers:aws virginia {"region": "us-east-1", "defaultTags!": {"tags": {"Owner": "shop", "Stage": "test"}}}
            aws:ec2/vpc:Vpc vpc {"cidrBlock": "10.0.0.0/16", "enableDnsHostnames": true, "tags": {"Name": "shop"}}
            aws:kms/key:Key key {"enableKeyRotation": true, "policy!": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Action": "kms:*", "Resource": "*"}]}}
            aws:ec2/securityGroup:SecurityGroup web-sg {"vpcId": "@vpc.id", "ingress": [{"protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlocks": ["0.0.0.0/0"]}, {"protocol": "tcp", "fromPort": 80, "toPort": 80, "securityGroups": ["@other.id", "sg-1"]}]}
            aws:ec2/securityGroup:SecurityGroup other {"vpcId": "?", "revokeRulesOnDelete": "true"}
            aws:rds/instance:Instance db {"engine": "postgres", "instanceClass": "db.t4g.micro", "allocatedStorage": 20, "storageEncrypted": true, "kmsKeyId": "@key.arn", "password": "CANARY", "vpcSecurityGroupIds": ["@web-sg.id"]}
            aws:s3/bucket:Bucket logs {"bucket": "shop-logs", "$provider": "virginia", "tags": {"Owner": "logs"}}
            aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock logs-private {"bucket": "@logs.bucket", "blockPublicAcls": true, "$provider": "virginia"}
            aws:s3/bucketPolicy:BucketPolicy logs-policy {"bucket": "@logs.id", "policy": {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "@logs.arn"}]}}
            aws:iam/policy:Policy read {"policy!": {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": ["@key.arn", "@gone.arn"]}]}}
            aws:lb/listener:Listener https {"loadBalancerArn": "arn:aws:elasticloadbalancing:ap-northeast-1:111111111111:loadbalancer/app/shop/1", "port": 443, "protocol": "HTTPS", "sslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06", "defaultActions": [{"type": "fixed-response", "fixedResponse": {"contentType": "text/plain", "statusCode": "404"}}]}
            aws:ecs/taskDefinition:TaskDefinition task {"family": "shop", "cpu": 256, "containerDefinitions!": [{"name": "app", "image": "shop", "environment": [{"name": "DB_HOST", "value": "@db.address"}]}], "runtimePlatform": {"cpuArchitecture": "ARM64"}, "volumes": []}
            aws:elasticache/replicationGroup:ReplicationGroup cache {"description": "cache", "atRestEncryptionEnabled": true, "authToken": {"secret": "CANARY"}}
            aws:apigateway/restApi:RestApi api {"name": "shop", "endpointConfiguration": {"types": "REGIONAL"}, "tags": {"Secret": {"secret": "CANARY"}}}
            aws:secretsmanager/secretVersion:SecretVersion version {"secretId": "prefix-@key.id", "secretString": {"secret": "{\"password\":\"CANARY\"}"}}
            random:index/randomPassword:RandomPassword password {"length": 32, "special": false}
            docker:index/image:Image image {"name": "shop"}
            """.Replace("CANARY", Canary, StringComparison.Ordinal)
        );
}
