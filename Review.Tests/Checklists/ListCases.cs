using static Review.Tests.Checklists.ListParts;

namespace Review.Tests.Checklists;

/// <summary>The stack of each system that has everything, and what takes each item of its check-list away.</summary>
internal static class ListCases
{
    private static ListCase Watching(ListCase list) =>
        list.With("Logs are kept", "log", "retentionInDays", null)
            .With("Alarms ring", "alarm", "alarmActions", "[]")
            .And("Alarms ring", "aws:cloudwatch/metricAlarm:MetricAlarm silent")
            .Without("Somebody hears them", "mail")
            .With("Somebody hears them", "mail", "protocol", "\"sqs\"");

    private static ListCase Opened(ListCase list, string tls = "HTTPS has a certificate") =>
        list.With("Security groups open", "web", "fromPort", "80")
            .And(
                "Security groups open",
                """aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule ssh {"cidrIpv6": "::/0", "fromPort": 22, "toPort": 22}"""
            )
            .With(tls, "https", "sslPolicy", "\"ELBSecurityPolicy-2016-08\"")
            .With(tls, "https", "certificateArn", null)
            .Without(tls, "https")
            .With("Roles may do", "policy", "policy!", """{"Statement": [{"Effect": "Allow", "Action": "*"}]}""");

    public static IEnumerable<ListCase> All => [Bootstrap, IdpServer, Finsight, Taskflow, WebPlatform, Neuraknot];

    private static ListCase Bootstrap => new ListCase(
            "bootstrap",
            $$$"""
            {{{Key}}}
            aws:s3/bucketVersioning:BucketVersioning versions {"versioningConfiguration": {"status": "Enabled"}}
            aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration lifecycle {"rules": [{"noncurrentVersionExpiration": {"noncurrentDays": 90}}]}
            aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration encryption {"rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "aws:kms"}}]}
            aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock closed {"blockPublicPolicy": true, "restrictPublicBuckets": true}
            aws:iam/role:Role deploy {"maxSessionDuration": 3600, "assumeRolePolicy!": {"Statement": [{"Condition": {"StringEquals": {"token.actions.githubusercontent.com:sub": ["repo:acme/infra:environment:prod"] } } } ] } }
            """
        ).With("Overwritten states", "versions", "versioningConfiguration.status", "\"Suspended\"").With("Old versions", "lifecycle", "rules", """[{"noncurrentVersionExpiration": {"noncurrentDays": 7}}]""").With("A key of the account", "encryption", "rules", """[{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"}}]""").With("The key is made anew", "key", "enableKeyRotation", "false").With("Nothing is public", "closed", "restrictPublicBuckets", "false").With("Nothing is public", "closed", "blockPublicPolicy", "false").Without("Workflows take roles", "deploy").With("Workflows take roles", "deploy", "assumeRolePolicy!", """{"Statement": [{"Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/*"}}}]}""").With("Sessions end", "deploy", "maxSessionDuration", "43200");

    private static ListCase IdpServer =>
        Opened(
                Watching(
                    new ListCase(
                        "idp-server",
                        $$$"""
                        {{{Network}}}
                        {{{Rules}}}
                        {{{Policy}}}
                        {{{Watched}}}
                        {{{Front}}}
                        {{{Cluster}}}
                        {{{Key}}}
                        {{{Secret}}}
                        aws:rds/instance:Instance db {"engine": "postgres", "storageEncrypted": true, "publiclyAccessible": false, "multiAz": true, "backupRetentionPeriod": 7}
                        aws:rds/instance:Instance replica {"replicateSourceDb": "@db.identifier"}
                        aws:rds/parameterGroup:ParameterGroup params {"parameters": [{"name": "max_connections", "value": "200"}, {"name": "shared_buffers", "value": "1"}]}
                        aws:elasticache/replicationGroup:ReplicationGroup redis {"numCacheClusters": 2, "automaticFailoverEnabled": true, "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true, "authToken": {"secret": "canary"}}
                        aws:elasticache/parameterGroup:ParameterGroup redis-params {"parameters": [{"name": "maxmemory-policy", "value": "allkeys-lru"}]}
                        aws:ecs/taskDefinition:TaskDefinition task {"cpu": "2048", "memory": "4096", "containerDefinitions!": [{"name": "app"}, {"name": "adot-collector"}]}
                        aws:ecs/service:Service service {"taskDefinition": "@task.arn", "desiredCount": 2}
                        aws:appautoscaling/target:Target scaling {"maxCapacity": 4}
                        aws:wafv2/webAclAssociation:WebAclAssociation waf
                        """
                    )
                )
            )
            .Without("Alarms ring", "alarm")
            .With("There is a VPC", "vpc", "enableDnsHostnames", "false")
            .With("Public and private subnets", "public-b", "availabilityZone", "\"1a\"")
            .Without("Public and private subnets", "private-b")
            .Without("An internet gateway", "igw")
            .Without("Route tables", "private")
            .Without("Route tables", "out")
            .With("PostgreSQL runs", "db", "storageEncrypted", "false")
            .With("PostgreSQL runs", "db", "engine", "\"mysql\"")
            .With("PostgreSQL runs", "replica", "publiclyAccessible", "true")
            .With("A standby", "db", "multiAz", "false")
            .Without("A replica", "replica")
            .With("Parameters are tuned", "params", "parameters", "[]")
            .With("Parameters are tuned", "params", "parameters.1.name", "\"work_mem\"")
            .With("Backups are kept", "db", "backupRetentionPeriod", "1")
            .Without("Redis runs", "redis")
            .With("A second node", "redis", "numCacheClusters", "1")
            .With("A second node", "redis", "automaticFailoverEnabled", "false")
            .With("Parameters say", "redis-params", "parameters.0.name", "\"timeout\"")
            .With("Sessions are encrypted", "redis", "transitEncryptionEnabled", "false")
            .With("Sessions are encrypted", "redis", "atRestEncryptionEnabled", null)
            .With("Sessions are encrypted", "redis", "authToken", null)
            .With("There is a cluster", "cluster", "settings.0.value", "\"disabled\"")
            .With("The task has", "task", "cpu", "\"256\"")
            .With("The task has", "task", "memory", "\"1024\"")
            .With("The service runs", "service", "desiredCount", "0")
            .With("The service runs", "scaling", "maxCapacity", "1")
            .Without("A load balancer", "tg")
            .With("Health checks", "tg", "healthCheck.path", "\"/\"")
            .With("A key of the stack", "key", "enableKeyRotation", "false")
            .With("Secrets are in", "secret", "kmsKeyId", null)
            .Without("A firewall", "waf")
            .With("Requests are traced", "task", "containerDefinitions!", """[{"name": "app"}]""")
            .Without("There is a dashboard", "board");

    private static ListCase Finsight => new ListCase(
            "finsight",
            $$$"""
            {{{Policy}}}
            {{{Cdn}}}
            {{{Encrypted}}}
            {{{Key}}}
            {{{Secret}}}
            aws:apigateway/domainName:DomainName domain {"securityPolicy": "TLS_1_2"}
            aws:rds/proxy:Proxy proxy {"requireTls": true}
            aws:rds/parameterGroup:ParameterGroup params {"parameters": [{"name": "rds.force_ssl", "value": "1"}]}
            aws:rds/instance:Instance db {"storageEncrypted": true}
            aws:lambda/function:Function fn {"kmsKeyArn": "@key.arn"}
            aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule inner {"referencedSecurityGroupId": "sg-1"}
            aws:cloudtrail/trail:Trail trail
            aws:cfg/rule:Rule rule
            """
        ).With("Browsers and apps", "cdn", "defaultCacheBehavior.viewerProtocolPolicy", "\"allow-all\"").With("The CDN speaks", "domain", "securityPolicy", "\"TLS_1_0\"").With("Functions speak", "proxy", "requireTls", "false").With("Functions speak", "params", "parameters.0.value", "\"0\"").With("The database is", "db", "storageEncrypted", null).With("Buckets are", "enc", "rules", "[]").With("Secrets and the variables", "secret", "kmsKeyId", null).With("Secrets and the variables", "fn", "kmsKeyArn", null).With("Roles may do", "policy", "policy!", """{"Statement": {"Effect": "Allow", "Action": ["*:*"]}}""").With("Security groups let in", "inner", "referencedSecurityGroupId", null).Without("Calls to AWS", "trail").Without("AWS Config", "rule");

    private static ListCase Taskflow =>
        Watching(
                new ListCase(
                    "taskflow",
                    $$$"""
                    {{{Policy}}}
                    {{{Watched}}}
                    {{{Pool}}}
                    {{{Cdn}}}
                    aws:cognito/userPoolClient:UserPoolClient client {"accessTokenValidity": 30, "idTokenValidity": 1, "refreshTokenValidity": 7, "tokenValidityUnits": {"accessToken": "minutes", "idToken": "hours"}}
                    aws:apigateway/integrationResponse:IntegrationResponse cors {"responseParameters": {"method.response.header.Access-Control-Allow-Origin": "'https://a.example'"}}
                    aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig warm
                    aws:dynamodb/table:Table table {"billingMode": "PAY_PER_REQUEST", "pointInTimeRecovery": {"enabled": true}}
                    aws:cloudwatch/metricAlarm:MetricAlarm takeover {"metricName": "AccountTakeoverRisk", "alarmActions": ["@topic.arn"]}
                    aws:cloudwatch/metricAlarm:MetricAlarm leaked {"metricQueries": [{"metric": {"metricName": "CompromisedCredentialRisk"}}], "alarmActions": ["@topic.arn"]}
                    aws:s3/bucketVersioning:BucketVersioning versions {"versioningConfiguration": {"status": "Enabled"}}
                    """
                )
            )
            .With("Threat protection", "pool", "userPoolAddOns.advancedSecurityMode", "\"AUDIT\"")
            .With("People can have", "pool", "mfaConfiguration", "\"OFF\"")
            .With("Passwords have 12", "pool", "passwordPolicy.minimumLength", "8")
            .With("Passwords have 12", "pool", "passwordPolicy.requireSymbols", "false")
            .With("Tokens end soon", "client", "tokenValidityUnits.accessToken", "\"hours\"")
            .With("Tokens end soon", "client", "idTokenValidity", "24")
            .With("Tokens end soon", "client", "refreshTokenValidity", "365")
            .With("Browsers speak", "cdn", "defaultCacheBehavior.viewerProtocolPolicy", "\"allow-all\"")
            .With("Browsers may call", "cdn", "aliases", """["b.example"]""")
            .With(
                "Browsers may call",
                "cors",
                "responseParameters",
                """{"method.response.header.Access-Control-Allow-Origin": "'*'"}"""
            )
            .Without("Copies of the function", "warm")
            .With("The table has", "table", "billingMode", "\"PROVISIONED\"")
            .With("The CDN keeps", "cdn", "defaultCacheBehavior.cachePolicyId", null)
            .Without("Attacks on accounts", "takeover")
            .Without("Attacks on accounts", "leaked")
            .With("The table comes back", "table", "pointInTimeRecovery.enabled", "false")
            .With("Overwritten files", "versions", "versioningConfiguration.status", "\"Suspended\"")
            .With("The user pool refuses", "pool", "deletionProtection", "\"INACTIVE\"");

    private static ListCase WebPlatform =>
        Opened(
                Watching(
                    new ListCase(
                        "web-platform",
                        $$$"""
                        {{{Network}}}
                        aws:ec2/subnet:Subnet public-c {"availabilityZone": "1c", "tags": {"Type": "public"}}
                        aws:ec2/subnet:Subnet private-c {"availabilityZone": "1c", "tags": {"Type": "private-app"}}
                        {{{Rules}}}
                        {{{Policy}}}
                        {{{Watched}}}
                        {{{Front}}}
                        {{{Cluster}}}
                        {{{Cdn}}}
                        {{{Pool}}}
                        {{{Encrypted}}}
                        aws:ecs/capacityProvider:CapacityProvider provider {"autoScalingGroupProvider": {"managedScaling": {"status": "ENABLED"} } }
                        aws:ec2/launchTemplate:LaunchTemplate template {"imageId": "resolve:ssm:/aws", "metadataOptions": {"httpTokens": "required"}, "blockDeviceMappings": [{"ebs": {"encrypted": "true"}}]}
                        aws:ecr/repository:Repository repo {"encryptionConfigurations": [{"encryptionType": "KMS"}], "imageScanningConfiguration": {"scanOnPush": true}}
                        aws:ecr/lifecyclePolicy:LifecyclePolicy lifecycle
                        aws:cognito/userGroup:UserGroup admin
                        aws:cognito/userGroup:UserGroup user
                        aws:ssm/parameter:Parameter plain {"type": "String"}
                        aws:ssm/parameter:Parameter hidden {"type": "SecureString", "keyId": "key", "value": {"secret": "canary"}}
                        aws:cloudwatch/queryDefinition:QueryDefinition errors
                        aws:cloudwatch/queryDefinition:QueryDefinition slow
                        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"name": "xray-daemon"}]}
                        aws:synthetics/canary:Canary canary
                        aws:codedeploy/deploymentGroup:DeploymentGroup deploy {"autoRollbackConfiguration": {"enabled": true}, "alarmConfiguration": {"enabled": true}}
                        aws:cloudtrail/trail:Trail trail
                        """
                    )
                ),
                "Everything on the wire"
            )
            .Without("Subnets lie in three", "private-c")
            .With("Instances come", "provider", "autoScalingGroupProvider.managedScaling.status", "\"DISABLED\"")
            .Without("A load balancer", "alb")
            .Without("A CDN stands", "cdn")
            .With("A firewall", "cdn", "webAclId", null)
            .With("Everything on the wire", "cdn", "defaultCacheBehavior.viewerProtocolPolicy", "\"allow-all\"")
            .With("Everything on disk", "template", "blockDeviceMappings.0.ebs.encrypted", "\"false\"")
            .With("Everything on disk", "enc", "rules", "[]")
            .With("Everything on disk", "repo", "encryptionConfigurations", "[]")
            .Without("People sign in", "pool")
            .With("Passwords have 12", "pool", "passwordPolicy.minimumLength", "11")
            .With("A second factor", "pool", "mfaConfiguration", "\"OPTIONAL\"")
            .With("Risky sign-ins", "pool", "userPoolAddOns.advancedSecurityMode", "\"AUDIT\"")
            .Without("Administrators", "admin")
            .With("Secret parameters", "hidden", "keyId", null)
            .With("Images are scanned", "repo", "imageScanningConfiguration.scanOnPush", "false")
            .With("Instances hand out", "template", "metadataOptions.httpTokens", "\"optional\"")
            .With("Containers are measured", "cluster", "settings.0.value", "\"disabled\"")
            .Without("There is a dashboard", "board")
            .Without("Errors and slow", "slow")
            .With("Requests are traced", "task", "containerDefinitions!", """[{"name": "app"}]""")
            .Without("A canary asks", "canary")
            .Without("Old images go", "lifecycle")
            .With("A bad version", "deploy", "autoRollbackConfiguration.enabled", "false")
            .With("A bad version", "deploy", "alarmConfiguration.enabled", "false")
            .With("New instances", "template", "imageId", "\"ami-1\"")
            .Without("Calls to AWS", "trail");

    private static ListCase Neuraknot =>
        Opened(
                Watching(
                    new ListCase(
                        "neuraknot",
                        $$$"""
                        {{{Network}}}
                        {{{Rules}}}
                        {{{Policy}}}
                        {{{Watched}}}
                        {{{Front.Replace("/actuator", "")}}}
                        {{{Cluster}}}
                        {{{Pool}}}
                        {{{Key}}}
                        {{{Secret}}}
                        aws:cognito/identityProvider:IdentityProvider google
                        aws:cognito/identityProvider:IdentityProvider line
                        aws:cognito/identityProvider:IdentityProvider x
                        aws:rds/instance:Instance db {"engine": "postgres", "storageEncrypted": true, "backupRetentionPeriod": 7, "maxAllocatedStorage": 100, "performanceInsightsEnabled": true, "monitoringRoleArn": "arn", "maintenanceWindow": "sat:19:00-sat:20:00"}
                        aws:ecs/service:Service go {"desiredCount": 2}
                        aws:ecs/service:Service ai {"desiredCount": 2}
                        aws:ecs/service:Service web {"desiredCount": 2, "networkConfiguration": {"assignPublicIp": false}}
                        aws:ecs/taskDefinition:TaskDefinition task {"containerDefinitions!": [{"environment": [{"name": "PORT", "value": "8080"}], "secrets": [{"name": "DB_PASSWORD", "valueFrom": "arn"}]}]}
                        aws:ecr/lifecyclePolicy:LifecyclePolicy one
                        aws:ecr/lifecyclePolicy:LifecyclePolicy two
                        aws:ecr/lifecyclePolicy:LifecyclePolicy three
                        """.Replace("Service web", "Service frontend", StringComparison.Ordinal)
                    )
                )
            )
            .With("There is a VPC", "vpc", "enableDnsSupport", "false")
            .Without("Public and private subnets", "public-b")
            .Without("Each zone has", "nat-b")
            .Without("Route tables", "private")
            .With("Passwords have 8", "pool", "passwordPolicy.minimumLength", "6")
            .With("Passwords have 8", "pool", "passwordPolicy.temporaryPasswordValidityDays", "30")
            .Without("People can come", "line")
            .With("PostgreSQL runs", "db", "publiclyAccessible", "true")
            .With("Its disk grows", "db", "maxAllocatedStorage", null)
            .With("Backups are kept", "db", "backupRetentionPeriod", "1")
            .With("It is measured", "db", "performanceInsightsEnabled", "false")
            .With("It is measured", "db", "monitoringRoleArn", null)
            .With("Maintenance is", "db", "maintenanceWindow", "\"sun:04:00-sun:05:00\"")
            .With("The cluster measures", "cluster", "settings", "[]")
            .Without("Three services", "ai")
            .With("Three services", "frontend", "networkConfiguration.assignPublicIp", "true")
            .With("Two tasks", "go", "desiredCount", "1")
            .Without("Old images go", "two")
            .With("It refuses", "alb", "enableDeletionProtection", "false")
            .With("Health checks", "tg", "healthCheck.path", "\"/\"")
            .With("Secrets are in", "secret", "recoveryWindowInDays", "0")
            .With(
                "Containers are given",
                "task",
                "containerDefinitions!",
                """[{"environment": [{"name": "DB_PASSWORD", "value": "x"}]}]"""
            );
}
