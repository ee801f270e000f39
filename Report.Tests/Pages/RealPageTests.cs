using System.Text;
using System.Xml.Linq;
using Infra.Cli.Output.Report;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Infra.Cli.Tests;

namespace Report.Tests.Pages;

/// <summary>The pages of this repository's stacks.</summary>
public sealed class RealPageTests
{
    private const int MostBytes = 1_500_000;

    private static IEnumerable<string> Stacks =>
        Directory
            .EnumerateFiles(Repository.Root, "Pulumi.*.yaml")
            .Select(file => Path.GetFileName(file).Split('.')[1])
            .Order(StringComparer.Ordinal);

    // The largest page of a stack is the one with another environment beside it.
    [TestCaseSource(nameof(Stacks))]
    public async Task The_page_of_a_stack_is_small_enough_to_send_and_every_link_in_it_leads_somewhere(string stack)
    {
        var text = await PageAsync(Repository.Root, stack, Other(stack));
        var page = new PageText(text);
        var ids = page.Root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetByteCount(text), Is.LessThanOrEqualTo(MostBytes));
            Assert.That(ids, Is.Unique);
            Assert.That(
                page.All("a").Attributes("href").Select(link => Uri.UnescapeDataString(link.Value[1..])).Except(ids),
                Is.Empty
            );
        }
    }

    [Test]
    public async Task The_same_stack_makes_the_same_bytes()
    {
        var (first, again) = (await PageAsync(Repository.Root, "prod", "dev"), await PageAsync(Repository.Root, "prod", "dev"));
        Assert.That(again, Is.EqualTo(first));
    }

    [Test]
    public async Task The_secrets_that_a_program_is_handed_are_nowhere()
    {
        using var project = Cli.Project();
        File.AppendAllText(
            project.File("Pulumi.finsight-dev.yaml"),
            "  idp-infra:secrets:\n    githubToken: {secure: \"v1:AAAA:BBBB\"}\n"
        );
        var target = StackTarget.Of(project.Path, "finsight-dev");
        var handed = target.Configuration.Entries["idp-infra:secrets"].SecretTexts!;
        var page = await PageAsync(project.Path, "finsight-dev", null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(handed, Is.EqualTo(["placeholder-for-secrets-githubToken"]));
            Assert.That(page, Does.Not.Contain(handed[0]));
            Assert.That(page, Does.Contain("secrets.</span>githubToken").And.Contain("[secret]"));
        }
    }

    private static string? Other(string stack)
    {
        var system = StackTarget.Of(Repository.Root, stack).Plain("idp-infra:system");
        return Stacks.FirstOrDefault(other =>
            other != stack && StackTarget.Of(Repository.Root, other).Plain("idp-infra:system") == system
        );
    }

    private static async Task<string> PageAsync(string folder, string stack, string? other) =>
        new ReportPage(
            await StackReports.OfAsync(
                StackTarget.Of(folder, stack),
                other is null ? null : StackTarget.Of(folder, other),
                null,
                CancellationToken.None
            )
        ).Write();
}
