using Pulumi;

namespace Infra.Compute;

/// <summary>One key of a JSON secret.</summary>
/// <param name="SecretArn">The whole ARN.</param>
/// <param name="Key">The key in the JSON object.</param>
internal sealed record SecretKey(Input<string> SecretArn, string Key)
{
    /// <summary>As ECS reads it: ARN, key, and nothing for stage and version, so that the current one is meant.</summary>
    public string ValueFrom(string arn) => $"{arn}:{Key}::";
}
