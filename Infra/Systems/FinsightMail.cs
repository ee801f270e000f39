using Infra.Mail;
using Infra.Observability;
using Infra.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>The domain that finsight's mail is from, and a topic that hears of each mail that comes back or is called spam.</summary>
internal sealed class FinsightMail : ComponentResource
{
    /// <summary>What the topic is called behind the stack's prefix.</summary>
    public const string EventsRole = "mail-events";

    /// <summary>The topic; the function for notifications hears it and stops writing to such people.</summary>
    public AlertTopic Events { get; }

    /// <summary>The domain.</summary>
    public MailIdentity Identity { get; }

    internal FinsightMail(string name, FinsightArgs parts, EncryptionKey key, ComponentResourceOptions options)
        : base("idp:system:FinsightMail", $"{name}-mail", options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        Events = new AlertTopic(
            $"{name}-{EventsRole}",
            EventsRole,
            AlertReceivers.Nobody,
            new()
            {
                Context = parts.Context,
                KeyArn = key.Arn,
                Publishers = [AlertPublisher.Ses],
            },
            child
        );
        Identity = new MailIdentity(name, parts.MailIdentity(Events), child);
        RegisterOutputs();
    }
}
