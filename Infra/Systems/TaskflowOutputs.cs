using Infra.Observability;
using Infra.Settings;
using Infra.Storage;

namespace Infra.Systems;

/// <summary>What a stack of taskflow hands out, to people, to <c>infra user</c> and to whoever builds the application. Nothing secret.</summary>
internal static class TaskflowOutputs
{
    /// <summary>The outputs.</summary>
    public static IDictionary<string, object?> Of(StackContext context, Taskflow system) =>
        new Dictionary<string, object?>
        {
            ["accountId"] = context.AccountId,
            ["region"] = context.Region,
            ["url"] = system.Front.Cdn.Url,
            ["apiUrl"] = system.Front.Cdn.Url.Apply(url => $"{url}{system.Api.RootPath}"),
            ["cdnDomainName"] = system.Front.Cdn.DomainName,
            ["cdnDistributionId"] = system.Front.Cdn.Id,
            ["userPoolId"] = system.Users.PoolId,
            ["userPoolClientId"] = system.Users.ClientIds[TaskflowArgs.WebClient],
            ["userPoolDomain"] = system.Users.DomainHost,
            ["issuer"] = system.Users.Issuer,
            ["loginUrl"] = system.Users.LoginUrls[TaskflowArgs.WebClient],
            ["siteBucket"] = system.Site.Name,
            ["contentBucket"] = system.Content.Name,
            ["tableName"] = system.Table.Name,
            ["functionName"] = system.Function.FunctionName,
            ["mailRecords"] = system.Mail?.Records.Apply(records => records.ToArray()),
            ["dashboardUrl"] = system.Operations.DashboardUrl,
            ["alarmTopicArn"] = system.Operations.Topics.Arns[AlertSeverity.Critical],
            ["keyArn"] = system.Key.Arn,
        };
}
