using System.Text.Json;
using Infra.Cli.Tests.Tools;
using Infra.Cli.Users;

namespace Infra.Cli.Tests.Commands;

/// <summary>Where the password of <c>infra user set-password</c> is seen, and where it must not be.</summary>
public sealed class UserPasswordTests
{
    private static readonly string[] Command = ["user", "set-password", "taskflow-prod", "alice@example.com", "--yes"];

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [Test]
    public async Task A_password_that_is_made_is_shown_once_and_goes_through_a_private_file()
    {
        using var tools = StandIns.OfAUser();
        var ran = await Cli.RunAsync(_project.Path, tools.Variables, Command);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        using var input = JsonDocument.Parse(tools.Left("input"));
        var password = input.RootElement.GetProperty("Password").GetString()!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.Out, Does.EndWith($"\n{password}   shown this once, kept nowhere\n"));
            Assert.That(ran.Error, Is.Empty);
            Assert.That(string.Join('\n', tools.Calls), Does.Not.Contain(password));
            Assert.That(input.RootElement.GetProperty("UserPoolId").GetString(), Is.EqualTo("ap-northeast-1_AbC123"));
            Assert.That(input.RootElement.GetProperty("Username").GetString(), Is.EqualTo("alice@example.com"));
            Assert.That(input.RootElement.GetProperty("Permanent").GetBoolean(), Is.False);
            Assert.That(tools.Left("mode").Trim(), Is.EqualTo("-rw-------"));
            var file = tools.Calls[^1].Split(' ').Single(word => word.StartsWith("file://", StringComparison.Ordinal));
            Assert.That(File.Exists(file["file://".Length..]), Is.False, "the file is gone");
        }
    }

    [Test]
    public async Task A_password_from_standard_input_is_shown_nowhere()
    {
        using var tools = StandIns.OfAUser();
        string[] command = [.. Command, "--password-stdin", "--json"];
        var ran = await Cli.TypeAsync(_project.Path, tools.Variables, "Correct horse 7!\n", command);
        using var input = JsonDocument.Parse(tools.Left("input"));
        using var document = JsonDocument.Parse(ran.Out);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(input.RootElement.GetProperty("Password").GetString(), Is.EqualTo("Correct horse 7!"));
            Assert.That(ran.Out + ran.Error, Does.Not.Contain("horse"));
            Assert.That(document.RootElement.TryGetProperty("temporaryPassword", out _), Is.False);
        }
    }

    [Test]
    public async Task An_error_that_repeats_the_password_is_masked()
    {
        using var tools = StandIns
            .OfAUser()
            .Instead("aws cognito-idp admin-set-user-password")
            .Fails("aws cognito-idp admin-set-user-password", 254, "An error occurred: value 'Correct horse 7!' is wrong");
        string[] command = [.. Command, "--password-stdin"];
        var ran = await Cli.TypeAsync(_project.Path, tools.Variables, "Correct horse 7!\n", command);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(ran.Error, Does.Contain("value '[secret]' is wrong").And.Not.Contain("horse"));
    }

    [Test]
    public async Task In_CI_no_password_is_made_because_its_log_would_keep_it()
    {
        using var tools = StandIns.OfAUser();
        var ci = new Dictionary<string, string?>(tools.Variables) { ["CI"] = "true" };
        var ran = await Cli.RunAsync(_project.Path, ci, Command);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain("got no --password-stdin, want it where CI is set"));
        Assert.That(tools.Calls, Is.Empty);
    }

    [TestCase("--yes --password-stdin", "", "got nothing, want the password as the first line of standard input")]
    [TestCase(
        "--password-stdin",
        "secret\n",
        "got no --yes, want it too; standard input cannot give a password and a confirmation"
    )]
    public async Task A_password_that_cannot_be_read_is_bad_input(string options, string input, string message)
    {
        using var tools = StandIns.OfAUser();
        string[] command = [.. Command[..^1], .. options.Split(' ')];
        var ran = await Cli.TypeAsync(_project.Path, tools.Variables, input, command);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("--password-stdin: 1 problem").And.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    [Test]
    public void What_is_made_has_all_classes_of_characters_and_is_never_the_same()
    {
        var made = Enumerable.Range(0, 200).Select(_ => TemporaryPassword.Make()).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made, Is.Unique);
            foreach (var password in made)
                Assert.That(password, Does.Match("^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[!#%+=?_-])[^\\s'\"`$0O1lI]{20}$"));
        }
    }
}
