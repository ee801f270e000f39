using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ImageReferenceTests
{
    private const string Own = "111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server";

    [TestCase("public.ecr.aws/xray/aws-xray-daemon:3.3.7", true, true)]
    [TestCase("public.ecr.aws/xray/aws-xray-daemon:latest", true, false)]
    [TestCase("public.ecr.aws/xray/aws-xray-daemon", true, false)]
    [TestCase("localhost:5000/a/b:1", true, true)]
    [TestCase("idp-server:1", false, false)]
    [TestCase("Public.ECR/a:1", false, false)]
    [TestCase("", false, false)]
    public void Whether_it_says_what_runs(string text, bool isSound, bool isPinned)
    {
        var image = new ImageReference(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(image.IsSound, Is.EqualTo(isSound));
            Assert.That(image.IsPinned, Is.EqualTo(isPinned));
        }
    }

    [Test]
    public void A_digest_is_written_behind_an_at_sign_and_a_tag_behind_a_colon()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ImageReference.Of("r/i", ImageReference.PlaceholderDigest),
                Is.EqualTo($"r/i@sha256:{new string('0', 64)}")
            );
            Assert.That(ImageReference.Of("r/i", "1.2.3"), Is.EqualTo("r/i:1.2.3"));
            Assert.That(new ImageReference(ImageReference.Of(Own, ImageReference.PlaceholderDigest)).IsPinned, Is.True);
        }
    }

    [TestCase("1.2.3", ExpectedResult = Own + ":1.2.3")]
    [TestCase("sha256:ab", ExpectedResult = Own + "@sha256:ab")]
    [TestCase("public.ecr.aws/a/b:1", ExpectedResult = "public.ecr.aws/a/b:1")]
    [TestCase(null, ExpectedResult = null)]
    public string? A_setting_without_a_slash_is_of_the_repository_of_the_stack(string? setting) =>
        ImageReference.In(Own, setting);

    [TestCase("1.2.3", ExpectedResult = true)]
    [TestCase("latest", ExpectedResult = false)]
    [TestCase("sha256:ab", ExpectedResult = false)]
    [TestCase("public.ecr.aws/a/b:1", ExpectedResult = true)]
    [TestCase("public.ecr.aws/a/b", ExpectedResult = false)]
    [TestCase("a b", ExpectedResult = false)]
    public bool A_setting_must_tell_which_image_it_is(string setting) => ImageReference.Tells(setting);

    [Test]
    public void A_whole_digest_tells_it_too() => Assert.That(ImageReference.Tells(ImageReference.PlaceholderDigest), Is.True);

    [TestCase(Own + ":1", ExpectedResult = "arn:aws:ecr:ap-northeast-1:111111111111:repository/idp-server")]
    [TestCase(Own + "-jobs@sha256:ab", ExpectedResult = "arn:aws:ecr:ap-northeast-1:111111111111:repository/idp-server-jobs")]
    [TestCase("222222222222.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server:1", ExpectedResult = null)]
    [TestCase("public.ecr.aws/a/b:1", ExpectedResult = null)]
    public string? The_repository_is_known_where_it_is_the_accounts_own(string text) =>
        new ImageReference(text).RepositoryArn(TestStacks.Prod);
}
