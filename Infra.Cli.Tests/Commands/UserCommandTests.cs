using System.Text.Json;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

/// <summary>What <c>infra user</c> asks of AWS, and what it says afterwards.</summary>
public sealed class UserCommandTests
{
    private const string Alice = "alice@example.com";
    private const string End = " --region ap-northeast-1 --output json";
    private const string On = $"--user-pool-id ap-northeast-1_AbC123 --username {Alice}";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [TestCase("disable", "--yes", new[] { $"admin-disable-user {On}", $"admin-user-global-sign-out {On}" })]
    [TestCase("enable", "", new[] { $"admin-enable-user {On}" })]
    [TestCase("reset-password", "--yes", new[] { $"admin-reset-user-password {On}" })]
    [TestCase(
        "create",
        "",
        new[]
        {
            $"admin-create-user {On} --user-attributes Name=email,Value={Alice} Name=email_verified,Value=true --desired-delivery-mediums EMAIL",
        }
    )]
    [TestCase(
        "create",
        "--email al@example.com",
        new[]
        {
            $"admin-create-user {On} --user-attributes Name=email,Value=al@example.com Name=email_verified,Value=true --desired-delivery-mediums EMAIL",
        }
    )]
    [TestCase("add-to-group", "admin", new[] { $"admin-add-user-to-group {On} --group-name admin" })]
    [TestCase("info", "", new[] { $"admin-get-user {On}", $"admin-list-groups-for-user {On}" })]
    public async Task The_tools_are_asked_in_order_for_exactly_this(string action, string more, string[] calls)
    {
        using var tools = StandIns.OfAUser();
        var ran = await RunAsync(tools, action, more);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(
            tools.Calls,
            Is.EqualTo([
                "pulumi stack output --json --stack taskflow-prod --non-interactive",
                $"aws sts get-caller-identity{End}",
                .. calls.Select(call => $"aws cognito-idp {call}{End}"),
            ])
        );
    }

    [TestCase("disable", "--yes")]
    [TestCase("add-to-group", "admin")]
    [TestCase("set-password", "")]
    public async Task A_dry_run_shows_the_calls_and_asks_AWS_nothing(string action, string more)
    {
        using var tools = StandIns.OfAUser();
        var ran = await RunAsync(tools, action, $"{more} --dry-run");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(tools.Calls, Has.None.StartsWith("aws"));
            foreach (var line in ran.Out.TrimEnd('\n').Split('\n'))
                Assert.That(line, Does.StartWith("aws cognito-idp admin-").And.EndWith(" --region ap-northeast-1"));
        }
    }

    [Test]
    public async Task A_user_is_shown_with_state_factors_and_groups()
    {
        using var tools = StandIns.OfAUser();
        var ran = await RunAsync(tools, "info");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.Out, Does.StartWith("user            5d4c\nenabled         yes\n"), ran.ToString());
            Assert.That(ran.Out, Does.Contain("status          CONFIRMED\n"));
            Assert.That(ran.Out, Does.Contain("second factors  SOFTWARE_TOKEN_MFA\n"));
            Assert.That(ran.Out, Does.Contain("groups          admin, staff\n"));
            Assert.That(ran.Out, Does.Contain("email           alice@example.com\n"));
        }
    }

    [Test]
    public async Task As_JSON_a_user_is_one_document()
    {
        using var tools = StandIns.OfAUser();
        var ran = await RunAsync(tools, "info", "--json");
        using var document = JsonDocument.Parse(ran.Out);
        var user = document.RootElement;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(user.GetProperty("stack").GetString(), Is.EqualTo("taskflow-prod"));
            Assert.That(user.GetProperty("userPoolId").GetString(), Is.EqualTo("ap-northeast-1_AbC123"));
            Assert.That(user.GetProperty("enabled").GetBoolean());
            Assert.That(user.GetProperty("groups").ToString(), Is.EqualTo("""["admin","staff"]""").IgnoreWhiteSpace);
            Assert.That(user.GetProperty("attributes").GetProperty("email_verified").GetString(), Is.EqualTo("true"));
            Assert.That(user.GetProperty("created").GetString(), Is.EqualTo("2026-01-02T03:04:05+00:00"));
        }
    }

    [Test]
    public async Task The_user_name_typed_goes_ahead()
    {
        using var tools = StandIns.OfAUser();
        var ran = await TypeAsync(tools, $"{Alice}\n", "disable");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
            Assert.That(ran.Error, Does.StartWith($"disable {Alice} in taskflow-prod, pool ap-northeast-1_AbC123\n"));
            Assert.That(ran.Error, Does.Contain($"  aws cognito-idp admin-user-global-sign-out {On} --region ap-northeast-1\n"));
            Assert.That(ran.Error, Does.EndWith("Type the user name to go ahead:\n"));
            Assert.That(ran.Out, Does.StartWith($"{Alice}: disabled and signed out everywhere"));
            Assert.That(tools.Calls[^1], Does.Contain("admin-user-global-sign-out"));
        }
    }

    [TestCase("disable", "bob@example.com\n", "taskflow-prod: refused, got bob@example.com, want alice@example.com")]
    [TestCase("reset-password", "yes\n", "taskflow-prod: refused, got yes, want alice@example.com")]
    [TestCase("set-password", "\n", "taskflow-prod: refused, got \"\", want alice@example.com")]
    [TestCase("disable", "", "taskflow-prod: refused, nobody typed the user name; --yes goes ahead without")]
    public async Task Anything_else_is_refused_and_nothing_is_done(string action, string typed, string message)
    {
        using var tools = StandIns.OfAUser();
        var ran = await TypeAsync(tools, typed, action);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Has.None.Contains("cognito-idp"));
    }

    [TestCase("""{"cognito_user_pool_id": "eu-west-1_Xyz"}""", "eu-west-1", "eu-west-1_Xyz")]
    [TestCase(
        """{"userPoolId": "eu-west-1_Xyz", "adminUserPoolId": 7, "account_id": "111111111111"}""",
        "eu-west-1",
        "eu-west-1_Xyz"
    )]
    public async Task The_pool_is_found_in_any_spelling_and_says_the_region(string outputs, string region, string pool)
    {
        using var tools = StandIns.OfAUser();
        _project.With("outputs.json", outputs);
        var ran = await RunAsync(tools, "enable", "--outputs outputs.json");
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(tools.Calls, Has.None.StartsWith("pulumi"));
        Assert.That(tools.Calls[^1], Does.Contain($"--user-pool-id {pool} ").And.Contain($"--region {region} "));
    }

    private Task<Ran> RunAsync(StandIns tools, string action, string more = "") => TypeAsync(tools, "", action, more);

    private Task<Ran> TypeAsync(StandIns tools, string input, string action, string more = "") =>
        Cli.TypeAsync(
            _project.Path,
            tools.Variables,
            input,
            ["user", action, "taskflow-prod", Alice, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );
}
