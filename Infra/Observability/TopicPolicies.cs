using System.Collections.Immutable;
using Infra.Policies;
using Infra.Settings;

namespace Infra.Observability;

/// <summary>
/// Who may use a topic of alerts. A policy of one's own replaces the one that SNS makes, and with it the right of the account, so that is
/// granted again.
/// </summary>
internal static class TopicPolicies
{
    private static readonly ImmutableArray<string> OwnersRights =
    [
        "sns:AddPermission",
        "sns:DeleteTopic",
        "sns:GetTopicAttributes",
        "sns:ListSubscriptionsByTopic",
        "sns:Publish",
        "sns:RemovePermission",
        "sns:SetTopicAttributes",
        "sns:Subscribe",
    ];

    /// <summary>The policy.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="topicName">The topic; its ARN is written here, so that the policy is known in a preview.</param>
    /// <param name="publishers">The services that publish.</param>
    public static string For(StackContext context, string topicName, ImmutableArray<AlertPublisher> publishers)
    {
        ImmutableArray<string> topic = [context.Arn("sns", topicName)];
        return PolicyDocument.Of([
            new("AccountOwnsTopic")
            {
                Principal = Principal.Account(context.AccountArn),
                Actions = OwnersRights,
                Resources = topic,
            },
            .. Publish("ServicesOfAccountPublish", publishers.Where(publisher => publisher.NamesItsAccount))
                .Select(statement =>
                    statement with
                    {
                        Conditions = [new("StringEquals", "aws:SourceAccount", context.AccountId)],
                    }
                ),
            .. Publish("ServicesPublish", publishers.Where(publisher => !publisher.NamesItsAccount)),
            new Statement("RefuseUnencrypted")
            {
                Principal = Principal.Anybody,
                Actions = ["sns:Publish"],
                Resources = topic,
                Conditions = [new("Bool", "aws:SecureTransport", "false")],
            }.Deny(),
        ]);

        IEnumerable<Statement> Publish(string sid, IEnumerable<AlertPublisher> services)
        {
            ImmutableArray<string> names = [.. services.Select(publisher => publisher.Service).Order(StringComparer.Ordinal)];
            if (names.Length > 0)
                yield return new(sid)
                {
                    Principal = Principal.Services(names),
                    Actions = ["sns:Publish"],
                    Resources = topic,
                };
        }
    }
}
