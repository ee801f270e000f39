using System.Diagnostics;
using Infra.Edge;

namespace Infra.Tests.Edge;

public sealed class CdnAppRoutesTests
{
    private const string Function = "aws:cloudfront/function:Function";

    [Test]
    public async Task It_is_made_where_an_application_in_the_browser_has_paths()
    {
        var with = (await CdnCase.RunAsync(CdnCase.Args())).One(Function).Inputs;
        var without = await CdnCase.RunAsync(CdnCase.Args() with { Behaviours = [new("/api/*", "app"), new("*", "site")] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(with["name"], Is.EqualTo("idp-server-app-routes"));
            Assert.That(with["runtime"], Is.EqualTo("cloudfront-js-2.0"));
            Assert.That(with["publish"], Is.True);
            Assert.That(with["code"], Is.EqualTo(CdnAppRoutes.Code));
            Assert.That(without.All(Function), Is.Empty);
        }
    }

    [NeedsTools("nodejs", "node")]
    [TestCase("/", "/index.html")]
    [TestCase("/tasks/17", "/index.html")]
    [TestCase("/tasks/", "/index.html")]
    [TestCase("/auth/callback", "/index.html")]
    [TestCase("/v1.2/tasks", "/index.html")]
    [TestCase("/assets/app.3f2a.js", "/assets/app.3f2a.js")]
    [TestCase("/favicon.ico", "/favicon.ico")]
    public async Task Paths_of_the_application_are_its_one_page_and_files_are_files(string asked, string got)
    {
        var program = $"{CdnAppRoutes.Code}\nprocess.stdout.write(handler({{request:{{uri:'{asked}'}}}}).uri);";

        Assert.That(await NodeAsync(program), Is.EqualTo(got));
    }

    private static async Task<string> NodeAsync(string program)
    {
        using var node = Process.Start(
            new ProcessStartInfo(Tool.Require("node"), ["-e", program]) { RedirectStandardOutput = true }
        )!;
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return answer;
    }
}
