namespace Review.Tests.Guardrails.Rules;

internal sealed class CacheRuleCases : RuleCases
{
    private const string Cache = """
        aws:ec2/subnet:Subnet data {"availabilityZone": "ap-northeast-1a"}
        aws:ec2/routeTable:RouteTable table {"routes": []}
        aws:ec2/routeTableAssociation:RouteTableAssociation association {"routeTableId": "@table.id", "subnetId": "@data.id"}
        aws:elasticache/subnetGroup:SubnetGroup subnets {"name": "redis-subnets", "subnetIds": ["@data.id"]}
        aws:elasticache/parameterGroup:ParameterGroup params {"name": "redis-params", "family": "redis7", "parameters": [{"name": "maxmemory-policy", "value": "volatile-lru"}]}
        aws:ec2/securityGroup:SecurityGroup app-sg {"description": "Tasks"}
        aws:ec2/securityGroup:SecurityGroup redis-sg {"description": "Redis"}
        aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule redis-in {"securityGroupId": "@redis-sg.id", "referencedSecurityGroupId": "@app-sg.id", "ipProtocol": "tcp", "fromPort": 6379, "toPort": 6379}
        aws:elasticache/replicationGroup:ReplicationGroup redis {"engine": "redis", "engineVersion": "7.1", "numCacheClusters": 2, "automaticFailoverEnabled": true, "multiAzEnabled": true, "atRestEncryptionEnabled": true, "kmsKeyId": "key", "transitEncryptionEnabled": true, "transitEncryptionMode": "required", "authToken": {"secret": "hidden"}, "subnetGroupName": "redis-subnets", "securityGroupIds": ["@redis-sg.id"], "port": 6379, "parameterGroupName": "redis-params", "snapshotRetentionLimit": 5, "snapshotWindow": "03:00-05:00", "maintenanceWindow": "sun:05:00-sun:06:00", "logDeliveryConfigurations": [{"logType": "slow-log", "destination": "slow"}, {"logType": "engine-log", "destination": "engine"}]}
        """;

    public override IEnumerable<RuleCase> Cases =>
        [
            new RuleCase("ElastiCache.1", Cache)
                .FailsWith("redis", "snapshotRetentionLimit", "0")
                .PassesWith("redis", "snapshotRetentionLimit", "1")
                .FailsWith("redis", "snapshotRetentionLimit", null)
                .CannotKnow("redis", "snapshotRetentionLimit"),
            new RuleCase("ElastiCache.2", Cache)
                .FailsWith("redis", "autoMinorVersionUpgrade", "false")
                .CannotKnow("redis", "autoMinorVersionUpgrade"),
            new RuleCase("ElastiCache.3", Cache)
                .FailsWith("redis", "automaticFailoverEnabled", "false")
                .FailsWith("redis", "automaticFailoverEnabled", null)
                .CannotKnow("redis", "automaticFailoverEnabled"),
            new RuleCase("elasticache-multi-az", Cache)
                .FailsWith("redis", "multiAzEnabled", "false")
                .FailsWith("redis", "multiAzEnabled", null)
                .FailsWith("redis", "numCacheClusters", "1")
                .PassesAs(
                    "shards",
                    stack => stack.With("redis", "numCacheClusters", null).With("redis", "replicasPerNodeGroup", "1")
                )
                .CannotKnow("redis", "numCacheClusters"),
            new RuleCase("ElastiCache.4", Cache)
                .FailsWith("redis", "atRestEncryptionEnabled", "false")
                .FailsWith("redis", "atRestEncryptionEnabled", null)
                .CannotKnow("redis", "atRestEncryptionEnabled"),
            new RuleCase("elasticache-customer-key", Cache)
                .FailsWith("redis", "kmsKeyId", null)
                .PassesWith("redis", "kmsKeyId", "\"?\""),
            new RuleCase("ElastiCache.5", Cache)
                .FailsWith("redis", "transitEncryptionEnabled", "false")
                .FailsWith("redis", "transitEncryptionEnabled", null)
                .CannotKnow("redis", "transitEncryptionEnabled"),
            new RuleCase("elasticache-tls-required", Cache)
                .FailsWith("redis", "transitEncryptionMode", "\"preferred\"")
                .SkipsWith("redis", "transitEncryptionEnabled", "false")
                .PassesWith("redis", "transitEncryptionMode", null)
                .CannotKnow("redis", "transitEncryptionMode"),
            new RuleCase("ElastiCache.6", Cache)
                .FailsWith("redis", "authToken", null)
                .FailsWith("redis", "authToken", "\"\"")
                .PassesAs("users", stack => stack.With("redis", "authToken", null).With("redis", "userGroupIds", """["users"]"""))
                .PassesAs(
                    "never stored",
                    stack => stack.With("redis", "authToken", null).With("redis", "authTokenWo", """{"secret": "hidden"}""")
                ),
            new RuleCase("elasticache-auth-secret", Cache)
                .FailsWith("redis", "authToken", "\"in plain text\"")
                .FailsWith("redis", "authTokenWo", "\"in plain text\"")
                .FailsAs(
                    "without the other",
                    stack => stack.With("redis", "authToken", null).With("redis", "authTokenWo", "\"in plain text\"")
                )
                .SkipsWith("redis", "authToken", null)
                .PassesWith("redis", "authToken", "\"?\""),
            new RuleCase("ElastiCache.7", Cache)
                .FailsWith("redis", "subnetGroupName", null)
                .FailsWith("redis", "subnetGroupName", "\"default\"")
                .PassesWith("redis", "subnetGroupName", "\"?\""),
            new RuleCase("elasticache-private", Cache)
                .FailsWith("table", "routes", """[{"cidrBlock": "0.0.0.0/0", "gatewayId": "igw-1"}]""")
                .CannotKnow("table", "routes")
                .UnknownAs("subnets of another stack", stack => stack.With("redis", "subnetGroupName", "\"elsewhere\"")),
            new RuleCase("elasticache-port", Cache)
                .FailsWith("redis-in", "cidrIpv4", "\"10.0.0.0/16\"")
                .FailsAs(
                    "the usual port is the default",
                    stack => stack.With("redis", "port", null).With("redis-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .PassesAs(
                    "another port",
                    stack => stack.With("redis", "port", "16379").With("redis-in", "cidrIpv4", "\"10.0.0.0/16\"")
                )
                .CannotKnow("redis-in", "cidrIpv4"),
            new RuleCase("elasticache-eviction", Cache)
                .FailsWith("params", "parameters.0.value", "\"allkeys-lru\"")
                .PassesWith("params", "parameters.0.value", "\"noeviction\"")
                .PassesWith("params", "parameters", "[]")
                .PassesWith("redis", "parameterGroupName", null)
                .CannotKnow("params", "parameters"),
            new RuleCase("elasticache-windows", Cache)
                .FailsWith("redis", "snapshotWindow", "\"04:00-05:01\"")
                .FailsWith("redis", "snapshotWindow", null)
                .FailsWith("redis", "maintenanceWindow", "\"sat:22:00-sun:03:01\"")
                .CannotKnow("redis", "maintenanceWindow"),
            new RuleCase("elasticache-logs", Cache)
                .FailsWith("redis", "logDeliveryConfigurations", null)
                .FailsWith("redis", "logDeliveryConfigurations.1.logType", "\"slow-log\"")
                .FailsWith("redis", "logDeliveryConfigurations.1.logType", "\"other\"")
                .CannotKnow("redis", "logDeliveryConfigurations"),
            new RuleCase("elasticache-engine-version", Cache)
                .FailsWith("redis", "engineVersion", "\"5.0.6\"")
                .FailsWith("redis", "engineVersion", "\"5.0\"")
                .PassesWith("redis", "engineVersion", "\"6.2\"")
                .PassesWith("redis", "engineVersion", null)
                .CannotKnow("redis", "engineVersion"),
        ];
}
