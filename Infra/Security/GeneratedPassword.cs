using System.Collections.Immutable;
using Pulumi;
using Pulumi.Random;

namespace Infra.Security;

/// <summary>Makes random passwords. They are secret from the moment they exist, also where a test double does not say so.</summary>
internal static class GeneratedPassword
{
    /// <summary>Letters and digits only: what follows goes into URLs, JSON, environment variables and Redis, which each forbid others.</summary>
    /// <param name="name">Logical name.</param>
    /// <param name="length">Characters; 22 hold 128 bits, 43 hold 256.</param>
    /// <param name="options">Parent and protection.</param>
    /// <param name="version">A new version makes a new password. Default: it stays for ever.</param>
    public static Output<string> Make(string name, int length, CustomResourceOptions options, int? version = null)
    {
        var args = new RandomPasswordArgs { Length = length, Special = false };
        if (version is { } number)
            args.Keepers = ImmutableDictionary<string, string>.Empty.Add("version", $"{number}");
        return Output.CreateSecret(new RandomPassword(name, args, options).Result);
    }
}
