using System.Text.RegularExpressions;
using Infra.Settings;

namespace Infra.Compute;

/// <summary>A container image as a registry knows it.</summary>
/// <param name="Text">For example <c>public.ecr.aws/xray/aws-xray-daemon:3.4.0</c>.</param>
internal sealed partial record ImageReference(string Text)
{
    /// <summary>A digest of nothing but zeros: it stands for one that is not known yet. Only previews accept it.</summary>
    public static readonly string PlaceholderDigest = $"sha256:{new string('0', 64)}";

    /// <summary>Whether the text says which image it is for good: a digest, or a tag other than <c>latest</c>.</summary>
    public bool IsPinned => Text.Contains('@', StringComparison.Ordinal) || Tag is not (null or "latest");

    private string? Tag =>
        Form().Match(Text) is { Success: true } match && match.Groups["tag"].Success ? match.Groups["tag"].Value : null;

    /// <summary>Whether the text can be an image.</summary>
    public bool IsSound => Form().IsMatch(Text);

    /// <summary>The ARN of the repository in the account's own ECR, or nothing when the image lies elsewhere.</summary>
    public string? RepositoryArn(StackContext context)
    {
        var registry = $"{context.AccountId}.dkr.ecr.{context.Region}.amazonaws.com/";
        return Text.StartsWith(registry, StringComparison.Ordinal)
            ? context.Arn("ecr", $"repository/{Text[registry.Length..].Split('@', ':')[0]}")
            : null;
    }

    /// <summary>An image of a repository by digest or tag.</summary>
    /// <param name="repositoryUrl">For example <c>111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server</c>.</param>
    /// <param name="version"><c>sha256:…</c> or a tag.</param>
    public static string Of(string repositoryUrl, string version) =>
        version.StartsWith("sha256:", StringComparison.Ordinal) ? $"{repositoryUrl}@{version}" : $"{repositoryUrl}:{version}";

    /// <summary>
    /// What a setting says: a digest or a tag is one of the stack's own repository, anything with a slash stands for itself, and nothing stays
    /// nothing.
    /// </summary>
    public static string? In(string repositoryUrl, string? setting) =>
        setting is null ? null
        : setting.Contains('/', StringComparison.Ordinal) ? setting
        : Of(repositoryUrl, setting);

    /// <summary>Whether a text says which image to run: a whole reference, or a digest or tag of a repository known elsewhere.</summary>
    public static bool Tells(string text) =>
        new ImageReference(text.Contains('/', StringComparison.Ordinal) ? text : Of("registry/own", text))
            is { IsSound: true, IsPinned: true };

    [GeneratedRegex(
        "^[a-z0-9][a-z0-9._:-]*(/[a-z0-9._-]+)+(:(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(@sha256:[0-9a-f]{64})?$"
    )]
    private static partial Regex Form();
}
