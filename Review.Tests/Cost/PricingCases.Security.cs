namespace Review.Tests.Cost;

internal static partial class PricingCases
{
    private static readonly PricingCase[] Security =
    [
        new(
            "keys",
            """
            aws:kms/key:Key a {"enableKeyRotation": true}
            aws:kms/key:Key b {"customerMasterKeySpec": "RSA_2048"}
            aws:kms/replicaKey:ReplicaKey c {}
            """,
            "{ keyRequestsPerMonth: 40000, keyRotations: 5 }",
            "a kms-key 1 1.00",
            "a kms-rotation 2 2.00 usage", // the first two only
            "a kms-requests 20000 0.06 usage",
            "b kms-key 1 1.00",
            "c kms-key 1 1.00",
            "b ! requests: the price book has no requests of RSA_2048 keys"
        ),
        new(
            "secret with a replica",
            """aws:secretsmanager/secret:Secret s {"replicas": [{"region": "us-east-1"}]}""",
            "secretCallsPerMonth: 10000",
            "s secret 2 0.80",
            "s secret-calls 10000 0.05 usage"
        ),
        new(
            "parameters",
            """
            aws:ssm/parameter:Parameter a {"type": "SecureString"}
            aws:ssm/parameter:Parameter b {"tier": "Advanced"}
            aws:ssm/parameter:Parameter c {"tier": "Intelligent-Tiering"}
            """,
            "",
            "b ssm-advanced 1 0.05",
            "c ! all of it: what the tier Intelligent-Tiering makes of it depends on its value"
        ),
        new(
            "web ACL with groups that cost more",
            """
            aws:wafv2/webAcl:WebAcl w {"rules": [{"name": "a"}, {"statement": {"managedRuleGroupStatement": {"vendorName": "AWS", "name": "AWSManagedRulesBotControlRuleSet"}}}, {"statement": {"managedRuleGroupStatement": {"vendorName": "Other", "name": "Rules"}}}]}
            aws:wafv2/webAcl:WebAcl x {"rules": "?"}
            """,
            "requestsPerMonth: 1000000",
            "w waf-acl 1 5.00",
            "w waf-rule 3 3.00",
            "w waf-managed-extra 1 10.00",
            "w waf-requests 1000000 0.60 usage",
            "x waf-acl 1 5.00",
            "x waf-requests 1000000 0.60 usage",
            "w ! AWSManagedRulesBotControlRuleSet: the price book has no price for the requests it inspects",
            "w ! Rules: rule groups of Other have their own price on the AWS Marketplace",
            "x ! rules: rules is known only after the deployment"
        ),
        new(
            "watching an account",
            """
            aws:cfg/recorder:Recorder config {}
            aws:securityhub/account:Account hub {}
            aws:cloudtrail/trail:Trail plain {}
            aws:cloudtrail/trail:Trail data {"eventSelectors": [{"readWriteType": "All"}]}
            aws:guardduty/detector:Detector duty {}
            """,
            "{ configItemsPerMonth: 1000, securityChecksPerMonth: 1000 }",
            "config config-item 1000 3.00 usage",
            "hub securityhub-check 1000 1.00 usage",
            "data ! events: the price book has no data events and no insights",
            "duty ! all of it: there is no rule for aws:guardduty:Detector"
        ),
        new(
            "people by the plan of their pool",
            """
            aws:cognito/userPool:UserPool essentials {}
            aws:cognito/userPool:UserPool lite {"userPoolTier": "LITE"}
            aws:cognito/userPool:UserPool plus {"userPoolTier": "PLUS"}
            aws:cognito/userPool:UserPool protected {"userPoolTier": "ESSENTIALS", "userPoolAddOns": {"advancedSecurityMode": "AUDIT"}, "smsConfiguration": {"externalId": "x"}}
            """,
            "activeUsersPerMonth: 1000",
            "essentials cognito-essentials 1000 15.00 usage",
            "lite cognito-lite 1000 5.50 usage",
            "plus cognito-plus 1000 20.00 usage",
            "protected cognito-plus 1000 20.00 usage",
            "protected ! text messages: their price depends on country and operator"
        ),
        new(
            "machines",
            """
            aws:cognito/userPoolClient:UserPoolClient web {"allowedOauthFlows": ["code"]}
            aws:cognito/userPoolClient:UserPoolClient job {"allowedOauthFlows": ["client_credentials"]}
            """,
            "machineTokensPerMonth: 2000",
            "job cognito-machine-client 1 6.00",
            "job cognito-machine-tokens 2000 4.50 usage"
        ),
    ];
}
