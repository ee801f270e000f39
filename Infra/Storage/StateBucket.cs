using Infra.Policies;
using Infra.Security;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Storage;

/// <summary>
/// Where Pulumi keeps the state of every stack of an account, and the key that encrypts it. Without the bucket Pulumi no longer knows what it
/// made; without the key nobody reads the secrets in it. Both refuse to be deleted, and stay when the stack forgets them.
/// </summary>
internal sealed class StateBucket : ComponentResource
{
    /// <summary>What the bucket's name has between the stack's prefix and the account.</summary>
    public const string Role = "state";

    /// <summary>What all that Pulumi writes begins with.</summary>
    public const string Folder = ".pulumi";

    /// <summary>The name of the bucket.</summary>
    [Output("name")]
    public Output<string> Name { get; }

    /// <summary>The ARN of the key.</summary>
    [Output("keyArn")]
    public Output<string> KeyArn { get; }

    /// <summary>What <c>PULUMI_BACKEND_URL</c> is set to.</summary>
    public string BackendUrl { get; }

    /// <summary>What <c>pulumi stack init --secrets-provider</c> is given.</summary>
    public string SecretsProvider { get; }

    /// <summary>Makes bucket and key.</summary>
    public StateBucket(string name, StateBucketArgs args, ComponentResourceOptions? options = null)
        : base("idp:storage:StateBucket", $"{name}-{Role}", options)
    {
        args.Validate().ThrowIfAny(this);
        var context = args.Context;
        var child = new ComponentResourceOptions { Parent = this };

        var key = new EncryptionKey($"{name}-{Role}", args.Key(), child);
        var bucket = new PrivateBucket(
            name,
            new()
            {
                Context = context,
                Role = Role,
                KeyArn = key.Arn,
                RetentionDays = null,
                RescueDays = args.NoncurrentDays,
                Retain = true,
            },
            child
        );

        (Name, KeyArn) = (bucket.Name, key.Arn);
        // Without the region Pulumi would look where the credentials happen to point.
        BackendUrl = $"s3://{PrivateBucket.NameOf(context, Role)}?region={context.Region}";
        SecretsProvider = $"awskms://{context.Label.KeyAlias(EncryptionKey.MainAlias)}?region={context.Region}";
        RegisterOutputs(new Dictionary<string, object?> { ["name"] = Name, ["keyArn"] = KeyArn });
    }

    /// <summary>
    /// Lets identities of the account whose own policies allow it use the key directly: as secrets provider Pulumi asks KMS itself, not through S3.
    /// </summary>
    internal static Statement StacksUseKey(StackContext context) =>
        new("StacksSealTheirSecrets")
        {
            Principal = Principal.Account(context.AccountArn),
            Actions = ["kms:Decrypt", "kms:Encrypt"],
            Conditions = [new("StringEquals", "kms:CallerAccount", context.AccountId)],
        };
}
