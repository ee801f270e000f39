using Infra.Settings.Compute;

namespace Infra.Tests.Settings.Compute;

public sealed class ImageSettingTests
{
    [TestCase(
        true,
        null,
        "image: got nothing, want a digest or tag while enabled is true; push the image first, or set enabled: false"
    )]
    [TestCase(
        false,
        "latest",
        "image: got latest, want sha256: and 64 hexadecimal digits, a tag other than latest, or a whole reference; what runs must be known"
    )]
    public void A_service_whose_image_is_not_known_is_refused(bool enabled, string? image, string problem) =>
        Assert.That(ImageSetting.Problems(enabled, image).Single().ToString(), Is.EqualTo(problem));

    [TestCase(false, null)]
    [TestCase(true, "1.2.3")]
    [TestCase(true, "public.ecr.aws/a/b:1")]
    public void Any_other_is_taken(bool enabled, string? image) => Assert.That(ImageSetting.Problems(enabled, image), Is.Empty);
}
