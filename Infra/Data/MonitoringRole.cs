using Infra.Policies;
using Infra.Security;
using Infra.Settings;
using Pulumi;

namespace Infra.Data;

/// <summary>The role in which RDS reports what the operating system of an instance does (enhanced monitoring).</summary>
internal sealed class MonitoringRole : ComponentResource
{
    // RDS writes to a group of this name in every account; it cannot be chosen.
    private const string Group = "RDSOSMetrics";

    /// <summary>The ARN, once the role may write.</summary>
    public Output<string> Arn { get; }

    internal MonitoringRole(string name, StackContext context, ComponentResourceOptions options)
        : base("idp:data:MonitoringRole", name, options)
    {
        // The source calls it rds-monitoring-role; names of roles hold for the whole account, so it carries the stack's prefix.
        const string Word = "rds-monitoring-role";
        Arn = new ServiceRole(
            $"{name}-{Word}",
            new()
            {
                Context = context,
                Role = Word,
                Description = "Reports what the operating systems of the database do",
                Service = "monitoring.rds.amazonaws.com",
                SourceArn = context.Arn("rds", "db:*"),
                Policy = PolicyDocument.Of(
                    new Statement("MakeGroup")
                    {
                        Actions = ["logs:CreateLogGroup", "logs:PutRetentionPolicy"],
                        Resources = [context.Arn("logs", $"log-group:{Group}")],
                    },
                    new Statement("WriteMetrics")
                    {
                        Actions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"],
                        Resources = [context.Arn("logs", $"log-group:{Group}:log-stream:*")],
                    }
                ),
            },
            this
        ).Arn;
        RegisterOutputs();
    }
}
