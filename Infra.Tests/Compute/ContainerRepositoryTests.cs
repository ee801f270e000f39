using System.Text.Json;
using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class ContainerRepositoryTests
{
    [Test]
    public async Task Images_are_scanned_encrypted_and_never_overwritten()
    {
        var repository = (await RunAsync(Args())).One("awsx:ecr:Repository");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(repository.Inputs["name"], Is.EqualTo("idp-server"));
            Assert.That(repository.Inputs["imageTagMutability"], Is.EqualTo("IMMUTABLE"));
            Assert.That(repository.Json("imageScanningConfiguration"), Is.EqualTo("""{"scanOnPush":true}"""));
            Assert.That(repository.Maps("encryptionConfigurations"), Is.EqualTo(new[] { "encryptionType=KMS kmsKey=arn:key" }));
            Assert.That(repository.Inputs["forceDelete"], Is.False);
            Assert.That(repository.Json("lifecyclePolicy"), Is.EqualTo("""{"skip":true}"""));
        }
    }

    [Test]
    public async Task Untagged_images_go_after_a_day_and_the_last_ten_tagged_ones_stay()
    {
        var run = await RunAsync(Args());

        var rules = JsonDocument
            .Parse((string)run.One("aws:ecr/lifecyclePolicy:LifecyclePolicy").Inputs["policy"])
            .RootElement.GetProperty("rules");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rules[0].GetProperty("selection").GetRawText(),
                Is.EqualTo("""{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":1}""")
            );
            Assert.That(
                rules[1].GetProperty("selection").GetRawText(),
                Is.EqualTo("""{"tagStatus":"tagged","tagPatternList":["*"],"countType":"imageCountMoreThan","countNumber":10}""")
            );
            Assert.That(rules[1].GetProperty("action").GetRawText(), Is.EqualTo("""{"type":"expire"}"""));
        }
    }

    [Test]
    public async Task The_address_is_known_before_anything_is_deployed()
    {
        ContainerRepository? repository = null;
        await Sandbox.RunAsync(() =>
            repository = new ContainerRepository("idp", Args() with { Role = "database", Protect = false })
        );

        Assert.That(repository!.Url, Is.EqualTo("111111111111.dkr.ecr.ap-northeast-1.amazonaws.com/idp-server-database"));
    }

    [Test]
    public void The_version_before_must_stay() =>
        Assert.That(
            (Args() with { KeepTagged = 1, UntaggedDays = 0 }).Validate().Select(problem => problem.ToString()),
            Is.EqualTo(
                new[]
                {
                    "keepTagged: got 1, want 2 or more; the version before must stay, to go back to",
                    "untaggedDays: got 0, want 1 or more; ECR counts whole days",
                }
            )
        );

    private static ContainerRepositoryArgs Args() => new() { Context = TestStacks.Prod, KeyArn = "arn:key" };

    private static Task<Sandbox> RunAsync(ContainerRepositoryArgs args) =>
        Sandbox.RunAsync(() => _ = new ContainerRepository("idp", args));
}
