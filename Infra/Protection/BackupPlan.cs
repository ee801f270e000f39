using Infra.Naming;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Backup;
using Pulumi.Aws.Backup.Inputs;
using Pulumi.Aws.Iam;

namespace Infra.Protection;

/// <summary>
/// Backups, each month and mostly each day, of everything with a tag, kept apart from what they are of: who deletes a database does not delete them. Caches
/// are not among what AWS Backup knows; they keep snapshots of their own.
/// </summary>
internal sealed class BackupPlan : ComponentResource
{
    private const string Purpose = "backup";

    /// <summary>The ARN of the vault in the region of the stack.</summary>
    [Output("vaultArn")]
    public Output<string> VaultArn { get; }

    /// <summary>Makes the plan.</summary>
    public BackupPlan(string name, BackupPlanArgs args, ComponentResourceOptions? options = null)
        : base("idp:protection:BackupPlan", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var child = new CustomResourceOptions { Parent = this };
        var (context, label) = (args.Context, args.Context.Label);

        var vault = new BackupVault($"{name}-{Purpose}", Purpose, args.KeyArn, args, new() { Parent = this });
        var copy = args.Copy is { Provider: { } provider, KeyArn: { } key }
            ? new BackupVault($"{name}-backup-copy", "backup-copy", key, args, new() { Parent = this, Providers = { provider } })
            : null;

        var plan = new Plan(
            $"{name}-backup-plan",
            new()
            {
                Name = NameRule.BackupVault.Check(label.Name(Purpose)),
                Rules =
                [
                    .. args.Daily
                        ? [Rule("daily", $"cron({Cron(args.DailyAt)} * * ? *)", args.DailyDays)]
                        : Array.Empty<PlanRuleArgs>(),
                    Rule("monthly", $"cron({Cron(args.MonthlyAt)} 1 * ? *)", args.MonthlyDays),
                ],
                Tags = label.NameTag(Purpose),
            },
            child
        );
        var role = new Role(
            $"{name}-backup-role",
            new()
            {
                Name = label.Role(Purpose),
                Description = "Makes backups and brings them back",
                AssumeRolePolicy = Trust(),
                Tags = label.NameTag(Purpose),
            },
            child
        );
        // AWS's own policies: what a restore needs changes with every service that Backup learns.
        foreach (var (right, policy) in new[] { ("make", "Backup"), ("restore", "Restores") })
            _ = new RolePolicyAttachment(
                $"{name}-backup-{right}",
                new()
                {
                    Role = role.Name,
                    PolicyArn = $"arn:{context.Partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor{policy}",
                },
                child
            );
        _ = new Selection(
            $"{name}-backup-selection",
            new()
            {
                Name = NameRule.BackupVault.Check(label.Name(Purpose)),
                PlanId = plan.Id,
                IamRoleArn = role.Arn,
                Resources = ["*"], // everything in the account of which both conditions hold
                Conditions =
                [
                    new SelectionConditionArgs
                    {
                        StringEquals =
                        [
                            Has("Backup", args.TagValue),
                            // Another stack in the same account has a plan of its own.
                            Has("Stack", context.Stack),
                            Has("Project", context.System),
                        ],
                    },
                ],
            },
            child
        );
        if (args.TopicArn is { } topic)
            _ = new FailureNotice(name, topic, context, vault.VaultName, new() { Parent = this });

        VaultArn = vault.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["vaultArn"] = VaultArn });

        PlanRuleArgs Rule(string role, string cron, int days)
        {
            var rule = new PlanRuleArgs
            {
                RuleName = role,
                TargetVaultName = vault.VaultName,
                Schedule = cron,
                ScheduleExpressionTimezone = "UTC",
                StartWindow = args.StartWindowMinutes,
                CompletionWindow = args.CompletionWindowMinutes,
                // It would take over how long RDS keeps its own backups, which the database's settings say.
                EnableContinuousBackup = false,
                // Without coldStorageAfter: RDS snapshots have no cold storage.
                Lifecycle = new PlanRuleLifecycleArgs { DeleteAfter = days },
            };
            if (copy is not null)
                rule.CopyActions =
                [
                    new PlanRuleCopyActionArgs
                    {
                        DestinationVaultArn = copy.Arn,
                        Lifecycle = new PlanRuleCopyActionLifecycleArgs { DeleteAfter = days },
                    },
                ];
            return rule;
        }
    }

    private static SelectionConditionStringEqualArgs Has(string tag, string value) =>
        new() { Key = $"aws:ResourceTag/{tag}", Value = value };

    private static string Cron(string at) => ClockTime.Parse(at) is { } time ? $"{time.Minute} {time.Hour}" : "";

    // Without conditions on the source: AWS Backup documents none for its roles, and a job that cannot take its role fails at night.
    private static string Trust() =>
        PolicyDocument.Of(
            new Statement("ServiceTakesRole")
            {
                Principal = Principal.Services("backup.amazonaws.com"),
                Actions = ["sts:AssumeRole"],
                Resources = [],
            }
        );
}
