using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Compute;

/// <summary>What a <see cref="ContainerRepository"/> needs.</summary>
internal sealed record ContainerRepositoryArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The key that encrypts the images.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>What the images are, behind the stack's prefix. Default: the repository has the plain prefix, <c>idp-server</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Tagged images kept; older ones expire. Default: 10.</summary>
    public int KeepTagged { get; init; } = 10;

    /// <summary>Days until an image that lost its tag expires. Default: 1.</summary>
    public int UntaggedDays { get; init; } = 1;

    /// <summary>Default: true. A repository with images in it refuses to be deleted.</summary>
    public bool Protect { get; init; } = true;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (KeepTagged < 2)
            yield return new("keepTagged", KeepTagged, "2 or more", "the version before must stay, to go back to");
        if (UntaggedDays < 1)
            yield return new("untaggedDays", UntaggedDays, "1 or more", "ECR counts whole days");
    }
}
