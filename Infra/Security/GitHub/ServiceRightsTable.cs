using System.Collections.Immutable;

namespace Infra.Security.GitHub;

/// <summary>
/// The services that the systems are made of. A new one in a system needs a row; a test walks the plans of all stacks and asks for it.
/// IAM, S3, secrets and parameters are not here: what they may be used on is named in <see cref="DeployRights"/>.
/// </summary>
internal static class ServiceRightsTable
{
    /// <summary>The rows, by service.</summary>
    public static ImmutableArray<ServiceRights> All { get; } =
    [
        Of("acm", "Describe* Get* List*", "AddTags* Delete* RemoveTags* Request* Update*"),
        Of("amplify", "Get* List*", "Create* Delete* Tag* Untag* Update*"),
        // API Gateway has the verbs of HTTP instead of actions.
        Of("apigateway", "GET", "DELETE PATCH POST PUT SetWebACL"),
        Of("application-autoscaling", "Describe* List*", "Delete* Deregister* Put* Register* Tag* Untag*"),
        Of("autoscaling", "Describe*", "Attach* Create* Delete* Detach* Disable* Enable* Put* Resume* Set* Suspend* Update*"),
        // Never *RecoveryPoint: no workflow loses a backup.
        Of("backup", "Describe* Get* List*", "CreateBackup* DeleteBackup* PutBackup* Tag* Untag* UpdateBackup*"),
        Of("backup-storage", "", "MountCapsule"),
        Of("budgets", "Describe* List* View*", "Create* Delete* Modify* Tag* Untag* Update*"),
        Of("ce", "GetAnomaly* ListTags*", "CreateAnomaly* DeleteAnomaly* Tag* Untag* UpdateAnomaly*"),
        Of("chatbot", "Describe* List*", "Create* Delete* Tag* Untag* Update*"),
        Of("cloudfront", "Describe* Get* List*", "AllowVended* Associate* Create* Delete* Publish* Tag* Untag* Update*"),
        Of(
            "cloudtrail",
            "Describe* GetEventSelectors GetInsight* GetTrail* List*",
            "AddTags Create* Delete* Put* RemoveTags Start* Stop* Update*"
        ),
        Of(
            "cloudwatch",
            "Describe* GetDashboard List*",
            "Delete* Disable* Enable* PutComposite* PutDashboard PutMetricAlarm Tag* Untag*"
        ),
        Of("codedeploy", "BatchGet* Get* List*", "AddTags* Create* Delete* RemoveTags* Tag* Untag* Update*"),
        // Never Admin* or ListUsers*: people are not set-up.
        Of(
            "cognito-idp",
            "Describe* GetGroup GetLog* GetUICustomization GetUserPoolMfaConfig GetWebACL* ListResourceServers ListTags* ListUserPool*",
            "AddCustomAttributes Associate* CreateGroup CreateIdentityProvider CreateManaged* CreateResource* CreateUserPool* DeleteGroup "
                + "DeleteIdentityProvider DeleteManaged* DeleteResource* DeleteUserPool* Disassociate* Set* Tag* Untag* UpdateGroup UpdateIdentityProvider "
                + "UpdateManaged* UpdateResource* UpdateUserPool*"
        ),
        Of("config", "Describe* List*", "Delete* Put* Start* Stop* Tag* Untag*"),
        // Never *Item: rows are not set-up.
        Of(
            "dynamodb",
            "Describe* ListTags*",
            "CreateTable DeleteTable Tag* Untag* UpdateContinuous* UpdateContributor* UpdateTable UpdateTimeToLive"
        ),
        Of(
            "ec2",
            "Describe* GetManagedPrefixListEntries",
            "Allocate* Associate* Attach* Authorize* Create* Delete* Detach* Disassociate* Modify* Release* Replace* Revoke* RunInstances Update*"
        ),
        Of(
            "ecr",
            "Describe* GetLifecyclePolicy GetRegistry* GetRepositoryPolicy ListTags*",
            "CreateRepository DeleteLifecyclePolicy DeleteRepository* PutImageScanning* PutImageTagMutability PutLifecyclePolicy SetRepositoryPolicy "
                + "TagResource UntagResource"
        ),
        // Never RunTask, StartTask or ExecuteCommand.
        Of("ecs", "Describe* List*", "Create* Delete* Deregister* Put* Register* Tag* Untag* Update*"),
        Of("elasticache", "Describe* List*", "AddTags* Create* Decrease* Delete* Increase* Modify* RemoveTags*"),
        Of("elasticloadbalancing", "Describe*", "Add* Create* Delete* Deregister* Modify* Register* Remove* Set*"),
        Of("events", "Describe* List*", "DeleteRule DisableRule EnableRule PutRule PutTargets RemoveTargets Tag* Untag*"),
        Of("guardduty", "Get* List*", "CreateDetector CreateFilter Delete* Tag* Untag* Update*"),
        Of(
            "kms",
            "Describe* GetKeyPolicy GetKeyRotationStatus List*",
            "CreateAlias CreateKey DeleteAlias DisableKeyRotation EnableKeyRotation PutKeyPolicy ScheduleKeyDeletion TagResource UntagResource Update*"
        ),
        // Never Invoke*.
        Of(
            "lambda",
            "GetAlias GetEvent* GetFunction* GetPolicy GetProvisioned* List*",
            "Add* Create* Delete* Publish* Put* Remove* Tag* Untag* Update*"
        ),
        Of(
            "logs",
            "Describe* GetDelivery* ListTags*",
            "Create* Delete* PutDelivery* PutMetricFilter PutResourcePolicy PutRetentionPolicy Tag* Untag* Associate* Disassociate* UpdateDelivery*"
        ),
        // Never *Snapshot or *AutomatedBackup: no workflow loses a backup.
        Of(
            "rds",
            "Describe* List*",
            "Add* Create* DeleteDBInstance DeleteDBParameter* DeleteDBProxy* DeleteDBSubnet* DeleteEvent* DeleteOption* Deregister* Modify* Promote* "
                + "Reboot* Register* Remove* Reset*"
        ),
        Of("route53", "Get* List*", "Associate* Change* Create* Delete* Disassociate* Update*"),
        Of("scheduler", "Get* List*", "Create* Delete* Tag* Untag* Update*"),
        Of("servicediscovery", "Get* List*", "Create* Delete* Tag* Untag* Update*"),
        // Never Send*.
        Of("ses", "Describe* Get* List*", "Create* Delete* Put* Set* Tag* Untag* Update* Verify*"),
        // Never Publish.
        Of("sns", "Get* List*", "Create* Delete* Set* Subscribe Tag* Unsubscribe Untag*"),
        // Never *Message.
        Of("sqs", "GetQueue* ListQueue*", "CreateQueue DeleteQueue SetQueueAttributes TagQueue UntagQueue"),
        Of("synthetics", "Describe* Get* List*", "Create* Delete* Start* Stop* Tag* Untag* Update*"),
        Of(
            "wafv2",
            "Describe* GetIPSet GetLogging* GetPermission* GetRegex* GetRule* GetWebACL* List*",
            "Associate* Create* Delete* Disassociate* Put* Tag* Untag* Update*"
        ),
        Of(
            "xray",
            "GetGroup* GetSamplingRules ListTags*",
            "CreateGroup CreateSamplingRule DeleteGroup DeleteSamplingRule Tag* Untag* UpdateGroup UpdateSamplingRule"
        ),
    ];

    private static ServiceRights Of(string service, string reads, string changes) => new(service, Words(reads), Words(changes));

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
