using System.Collections.Immutable;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Kms;
using Alias = Pulumi.Aws.Kms.Alias;

namespace Infra.Security;

/// <summary>The one key that encrypts a system's data, secrets and logs, with its aliases. Losing it loses all of them.</summary>
internal sealed class EncryptionKey : ComponentResource
{
    /// <summary>What the alias that there always is has behind the stack's prefix.</summary>
    public const string MainAlias = "key";

    /// <summary>The ARN of the key; services take it rather than an alias, which could be pointed elsewhere.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>Makes the key.</summary>
    public EncryptionKey(string name, EncryptionKeyArgs args, ComponentResourceOptions? options = null)
        : base("idp:security:EncryptionKey", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var label = args.Context.Label;

        var key = new Key(
            $"{name}-kms-key",
            new()
            {
                Description = $"KMS key for {label.Prefix} encryption",
                KeyUsage = "ENCRYPT_DECRYPT",
                CustomerMasterKeySpec = "SYMMETRIC_DEFAULT",
                EnableKeyRotation = true,
                RotationPeriodInDays = args.RotationDays,
                DeletionWindowInDays = args.DeletionDays,
                Policy = KeyPolicy.For(args),
                Tags = label.NameTag("kms-key"),
            },
            new()
            {
                Parent = this,
                Protect = args.Protect,
                RetainOnDelete = args.Retain,
            }
        );

        foreach (var role in args.MoreAliases.Prepend(MainAlias))
            _ = new Alias(
                $"{name}-{role}-alias",
                new() { Name = label.KeyAlias(role), TargetKeyId = key.KeyId },
                new() { Parent = this }
            );

        Arn = key.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }
}
