using Infra.Data;
using Infra.Network;
using Infra.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// The database of web-platform with a master password that the program makes: the application reads it as a parameter, and RDS hands the one
/// that it makes itself to nobody.
/// </summary>
internal sealed class PlatformDatabase : ComponentResource
{
    private const int PasswordLength = 40;

    /// <summary>The instance.</summary>
    public TenantDatabase Instance { get; }

    /// <summary>The password of its master user; secret.</summary>
    public Output<string> Password { get; }

    internal PlatformDatabase(
        string name,
        WebPlatformArgs parts,
        EncryptionKey key,
        IdpNetwork network,
        ComponentResourceOptions options
    )
        : base("idp:system:PlatformDatabase", $"{name}-database", options)
    {
        var settings = parts.Settings.Database;
        Password = GeneratedPassword.Make(
            $"{name}-db-master-password",
            PasswordLength,
            new() { Parent = this },
            settings.Instance.MasterPasswordVersion
        );
        Instance = new TenantDatabase(
            name,
            settings.ToArgs(
                parts.Context,
                parts.Settings.Network.Zones,
                parts.Settings.Protect,
                new(
                    [.. network.SubnetIds[SubnetTier.Db].Select(id => (Input<string>)id)],
                    network.SecurityGroupIds[SecurityRole.Db],
                    key.Arn,
                    Password,
                    null
                )
            ),
            new() { Parent = this }
        );
        RegisterOutputs();
    }
}
