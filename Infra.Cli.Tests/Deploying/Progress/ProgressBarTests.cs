using Automation.Tests.StandIns;

namespace Infra.Cli.Tests.Deploying.Progress;

/// <summary>Progress where a person looks at it: in a terminal, which <c>script</c> plays.</summary>
public sealed class ProgressBarTests
{
    [Test]
    public async Task In_a_window_bars_are_drawn_over_and_over_and_no_line_is_written_for_a_resource()
    {
        var key = DeployProject.Urn(
            "dev",
            "idp:system:IdpServer$idp:security:EncryptionKey$aws:kms/key:Key",
            "idp-server-kms-key"
        );
        using var project = DeployProject.Make();
        (await project.DeployedAsync("dev"))
            .Previews(("update", key))
            .Ups(
                new StandInAnswer
                {
                    Events =
                    [
                        DeployProject.Step("resourcePreEvent", ("update", key)),
                        DeployProject.Step("resOutputsEvent", ("update", key)),
                    ],
                    PauseMilliseconds = 800,
                }
            );
        var command = $"stty cols 120 rows 40; dotnet '{Cli.Assembly}' up dev";

        var ran = await Running.Async(
            "script",
            ["-qec", command, "/dev/null"],
            project.Folder.Path,
            new Dictionary<string, string?>(project.Variables) { ["TERM"] = "xterm" }
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(
                ran.Out,
                Does.Contain("░  0/1  aws:kms:Key idp-server-kms-key ").Or.Contain("  0/1"),
                "while it is at work"
            );
            Assert.That(ran.Out, Does.Contain("\e[1A\e[J"), "drawn over");
            Assert.That(
                ran.Out,
                Does.Contain("idp:security:EncryptionKey idp-server").And.Contain("████████████████████").And.Contain("  1/1")
            );
            Assert.That(ran.Out, Does.Not.Contain("idp-server-kms-key  changed"));
        }
    }
}
