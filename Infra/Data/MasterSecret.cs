using System.Collections.Immutable;
using Infra.Security;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>
/// The master user of a database and its generated password, in a secret of the form that containers, RDS Proxy and people read:
/// <c>{"password": …, "username": …}</c>.
/// </summary>
internal sealed class MasterSecret : ComponentResource
{
    /// <summary>The key of the user's name.</summary>
    public const string UsernameKey = "username";

    /// <summary>The key of the password.</summary>
    public const string PasswordKey = "password";

    // 238 bits of letters and digits; RDS takes up to 128 characters.
    private const int PasswordLength = 40;

    /// <summary>The secret.</summary>
    [Output("arn")]
    public Output<string> Arn { get; }

    /// <summary>The password as the database takes it.</summary>
    public GeneratedMasterPassword Password { get; }

    /// <summary>Makes password and secret.</summary>
    public MasterSecret(string name, MasterSecretArgs args, ComponentResourceOptions? options = null)
        : base("idp:data:MasterSecret", name, options)
    {
        args.Validate().ThrowIfAny(this);
        // Not protected: raising the version replaces it, and Pulumi replaces nothing that it protects. Its secret is.
        var password = GeneratedPassword.Make($"{name}-master-password", PasswordLength, new() { Parent = this }, args.Version);
        Password = new(password, args.Version);
        Arn = new JsonSecret(
            $"{name}-{args.Role}",
            new()
            {
                Context = args.Context,
                Role = args.Role,
                Name = args.Name,
                Description = $"Database master user of {args.Context.Label.Prefix}",
                KeyArn = args.KeyArn,
                Values = ImmutableSortedDictionary
                    .Create<string, Input<string>>(StringComparer.Ordinal)
                    .Add(UsernameKey, args.Username)
                    .Add(PasswordKey, password),
                RecoveryDays = args.RecoveryDays,
                Protect = args.Protect,
            },
            new() { Parent = this }
        ).Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["arn"] = Arn });
    }
}
