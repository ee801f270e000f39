using Infra.Compute;
using Infra.Validation;

namespace Infra.Settings.Compute;

/// <summary>The setting <c>image</c> of a service, the same in every system.</summary>
internal static class ImageSetting
{
    /// <summary>A service without an image, or with one of which nobody could say later which it was.</summary>
    /// <param name="enabled">Whether the service runs.</param>
    /// <param name="image">What was set.</param>
    public static IEnumerable<Problem> Problems(bool enabled, string? image)
    {
        if (enabled && image is null)
            yield return new(
                "image",
                null,
                "a digest or tag while enabled is true",
                "push the image first, or set enabled: false"
            );
        if (image is not null && !ImageReference.Tells(image))
            yield return new(
                "image",
                image,
                "sha256: and 64 hexadecimal digits, a tag other than latest, or a whole reference",
                "what runs must be known"
            );
    }
}
