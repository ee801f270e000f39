using Pulumi;

namespace Infra.Compute;

/// <summary>What ECS puts into a variable when a container starts: one key of a JSON secret, a whole secret, or a parameter.</summary>
/// <param name="Arn">The whole ARN.</param>
/// <param name="Key">The key in the JSON object.</param>
internal sealed record SecretKey(Input<string> Arn, string Key)
{
    /// <summary>Whether it is a parameter of Systems Manager rather than a secret of Secrets Manager. Default: false.</summary>
    public bool IsParameter { get; private init; }

    /// <summary>Whether the secret is one text rather than a JSON object with keys. Default: false.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>A secret that is one text, such as a password that another program reads too.</summary>
    /// <param name="arn">The whole ARN.</param>
    public static SecretKey Whole(Input<string> arn) => new(arn, "") { IsWhole = true };

    /// <summary>A parameter of Systems Manager; those in plain text may be told the same way.</summary>
    /// <param name="arn">The whole ARN.</param>
    public static SecretKey Parameter(Input<string> arn) => new(arn, "") { IsParameter = true };

    /// <summary>
    /// As ECS reads it: of a secret the ARN, the key, and nothing for stage and version, so that the current one is meant; of a whole secret and
    /// of a parameter the ARN alone.
    /// </summary>
    public string ValueFrom(string arn) => IsParameter || IsWhole ? arn : $"{arn}:{Key}::";
}
