namespace Review.Tests.Guardrails.Rules;

internal sealed class KmsUseRuleCases : RuleCases
{
    private const string Use =
        "\"Effect\": \"Allow\", \"Action\": [\"kms:Decrypt\", \"kms:GenerateDataKey*\"], \"Resource\": \"*\"";

    public override IEnumerable<RuleCase> Cases => [new RuleCase(
                "kms-log-groups",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"Service": "logs.ap-northeast-1.amazonaws.com"}, "Condition": {"ArnLike": {"kms:EncryptionContext:aws:logs:arn": ["arn:aws:logs:ap-northeast-1:111111111111:log-group:/ecs/app", "arn:aws:logs:ap-northeast-1:111111111111:log-group:/vpc/*"]}}}}}
                aws:cloudwatch/logGroup:LogGroup log {"name": "/ecs/app", "kmsKeyId": "@key.arn"}
                """.Replace("USE", Use)
            ).FailsWith("log", "name", "\"/ecs/other\"").FailsWith("log", "region", "\"us-east-1\"").FailsWith("key", "policy!.Statement.Principal.Service", "\"logs.us-east-1.amazonaws.com\"").FailsWith("key", "policy!.Statement.Action", "\"kms:Decrypt\"").FailsWith("key", "policy!.Statement.Effect", "\"Deny\"").FailsWith("key", "policy!", null).CannotKnow("key", "policy!").CannotKnow("log", "name").CannotKnow("log", "kmsKeyId").PassesWith("log", "name", "\"/vpc/flow\"").PassesWith("key", "policy!.Statement.Condition", null), new RuleCase(
                "kms-topics",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"Service": ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"]}}}}
                aws:sns/topic:Topic topic {"name": "alerts", "kmsMasterKeyId": "@key.arn"}
                aws:cloudwatch/metricAlarm:MetricAlarm alarm {"alarmActions": ["@topic.arn"]}
                """.Replace("USE", Use)
            ).FailsWith("key", "policy!.Statement.Principal.Service", "\"events.amazonaws.com\"").FailsWith("key", "policy!.Statement.Action", "\"kms:GenerateDataKey*\"").FailsWithAlso("""aws:cloudwatch/eventTarget:EventTarget target {"arn": "@topic.arn"}""").FailsWithAlso("""aws:rds/eventSubscription:EventSubscription changes {"snsTopic": "@topic.arn"}""").CannotKnow("key", "policy!").PassesAs("a budget too", stack => stack.And("""aws:budgets/budget:Budget budget {"notifications": [{"subscriberSnsTopicArns": ["@topic.arn"]}]}""")), new RuleCase(
                "kms-queues",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"Service": "events.amazonaws.com"}}}}
                aws:sqs/queue:Queue queue {"kmsMasterKeyId": "@key.arn"}
                aws:cloudwatch/eventTarget:EventTarget target {"arn": "arn:aws:sns:x", "deadLetterConfig": {"arn": "@queue.arn"}}
                """.Replace("USE", Use)
            ).FailsWith("key", "policy!.Statement.Principal.Service", "\"sns.amazonaws.com\"").FailsWithAlso("""aws:sns/topicSubscription:TopicSubscription sub {"endpoint": "@queue.arn"}""").CannotKnow("key", "policy!"), new RuleCase(
                "kms-trails",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"Service": "cloudtrail.amazonaws.com"}}}}
                aws:cloudtrail/trail:Trail trail {"kmsKeyId": "@key.arn"}
                """.Replace("USE", Use)
            ).FailsWith("key", "policy!.Statement.Principal.Service", "\"config.amazonaws.com\"").CannotKnow("key", "policy!").CannotKnow("trail", "kmsKeyId"), new RuleCase(
                "kms-buckets",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"Service": "cloudfront.amazonaws.com"}}}}
                aws:s3/bucket:Bucket site {"bucket": "site-1"}
                aws:s3/bucketPolicy:BucketPolicy policy {"bucket": "site-1", "policy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject"}}}
                aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration sse {"bucket": "site-1", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "aws:kms", "kmsMasterKeyId": "@key.arn"}}]}
                """.Replace("USE", Use)
            ).FailsWith("policy", "policy!.Statement.Principal.Service", "\"delivery.logs.amazonaws.com\"").PassesAs("a bucket without a key", stack => stack.And("""aws:s3/bucket:Bucket open {"bucket": "open-1"}""").And("""aws:s3/bucketPolicy:BucketPolicy openPolicy {"bucket": "open-1", "policy!": {"Statement": {"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject"}}}""").And("""aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration openSse {"bucket": "open-1", "rules": [{"applyServerSideEncryptionByDefault": {"sseAlgorithm": "AES256"}}]}""")).FailsWith("key", "policy!.Statement.Principal.Service", "\"sns.amazonaws.com\"").CannotKnow("key", "policy!"), new RuleCase(
                "kms-through-services",
                """
                aws:kms/key:Key key {"policy!": {"Statement": {USE, "Principal": {"AWS": "arn:aws:iam::111111111111:root"}, "Condition": {"StringEquals": {"kms:ViaService": ["rds.ap-northeast-1.amazonaws.com", "sns.ap-northeast-1.amazonaws.com"]}}}}}
                aws:rds/instance:Instance db {"kmsKeyId": "@key.arn"}
                """.Replace("USE", Use)
            ).FailsWith("key", "policy!.Statement.Condition.StringEquals", """{"kms:ViaService": "sns.ap-northeast-1.amazonaws.com"}""").FailsWith("key", "policy!.Statement.Condition.StringEquals", """{"kms:ViaService": "rds.us-east-1.amazonaws.com"}""").FailsWith("key", "policy!.Statement.Action", "\"kms:Encrypt\"").FailsWith("key", "policy!.Statement.Principal", """{"Service": "rds.amazonaws.com"}""").FailsWithAlso("""aws:secretsmanager/secret:Secret secret {"kmsKeyId": "@key.arn"}""").FailsWithAlso("""aws:ssm/parameter:Parameter parameter {"keyId": "@key.arn"}""").FailsWithAlso("""aws:ecr/repository:Repository images {"encryptionConfigurations": [{"kmsKey": "@key.arn"}]}""").FailsWithAlso("""aws:dynamodb/table:Table table {"serverSideEncryption": {"kmsKeyArn": "@key.arn"}}""").CannotKnow("key", "policy!").PassesWith("key", "policy!.Statement.Condition", null).PassesWith("key", "policy!", null).PassesWith("key", "policy!.Statement.Condition.StringEquals", """{"kms:ViaService": "*.ap-northeast-1.amazonaws.com"}""").PassesAs("a topic too", stack => stack.And("""aws:sns/topic:Topic topic {"kmsMasterKeyId": "@key.arn"}"""))];
}
