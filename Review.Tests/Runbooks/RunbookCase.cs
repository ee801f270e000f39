using System.Collections.Immutable;
using Engine.Planning;
using Review.Model;
using Review.Runbooks;

namespace Review.Tests.Runbooks;

/// <summary>A small stack, and texts filled with its names.</summary>
internal static class RunbookCase
{
    public static StackText Shop { get; } =
        StackText
            .Of(
                """
                pulumi:providers:aws main {"region": "eu-west-1"}
                pulumi:providers:aws far {"region": "us-east-1"}
                aws:ecs/cluster:Cluster shop {"name": "shop-cluster"}
                aws:ecs/cluster:Cluster jobs {"name": "jobs-cluster"}
                aws:ecs/service:Service web {"name": "web", "cluster": "@shop.arn"}
                aws:ecs/service:Service api {"name": "api", "cluster": "@shop.arn"}
                aws:ecs/service:Service nightly {"name": "nightly", "cluster": "@jobs.arn"}
                aws:rds/instance:Instance db {"identifier": "shop-db"}
                aws:rds/instance:Instance reader {"identifier": "shop-reader", "replicateSourceDb": "shop-db"}
                aws:cognito/userPool:UserPool users {"name": "shop-users"}
                aws:wafv2/webAcl:WebAcl waf {"name": "shop-waf", "$provider": "far"}
                aws:cloudwatch/logGroup:LogGroup log {"name": "/ecs/web"}
                aws:s3/bucket:Bucket unnamed {}
                aws:sns/topic:Topic alerts {"name": "shop-alerts"}
                aws:cloudwatch/metricAlarm:MetricAlarm cpu {"name": "shop-web-cpu", "alarmDescription": "Web is busy. Runbook: https://wiki/x/service.md#high-cpu", "metricName": "CPUUtilization", "namespace": "AWS/ECS", "dimensions": {"ServiceName": "web"}, "alarmActions": ["@alerts.arn"]}
                aws:cloudwatch/metricAlarm:MetricAlarm lag {"name": "shop-lag", "alarmDescription": "Slow. Runbook: docs/runbooks/database.md#lag", "metricName": "ReplicaLag", "namespace": "AWS/RDS", "dimensions": {"DBInstanceIdentifier": "shop-reader"}}
                """
            )
            .Outputs("""{"poolId": "@users.id", "other": "@db.arn"}""");

    public static FilledText Fill(string text, params string[] focus)
    {
        var plan = Plan();
        var names = new StackNames(plan, StackModel.Of(plan), "shop-lag", "shop-", focus.ToImmutableHashSet());
        return TextFiller.Fill(names, [.. text.ReplaceLineEndings("\n").Split('\n')]);
    }

    public static StackRunbook Runbook(params (string Name, string Text)[] pages) =>
        new(Plan(), pages.Select(page => RunbookPage.Read(page.Name, page.Text)));

    private static Plan Plan()
    {
        var plan = Shop.Plan();
        return plan with { Outputs = plan.Steps[0].New!.Outputs };
    }
}
