using System.Text.Json.Nodes;
using Infra.Tests;

namespace Infra.Cli.Tests.Users;

/// <summary>
/// <c>infra user</c> with the real AWS CLI, which knows the parameters of every operation and refuses any other. It talks to a server of the
/// test: what Cognito would do with the request is not shown here.
/// </summary>
[NeedsTools("awscli", "aws")]
[Platform("Linux,MacOsX")]
public sealed class RealClientTests
{
    private const string Alice = "alice@example.com";

    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project().With("outputs.json", """{"userPoolId": "ap-northeast-1_AbC123"}""");

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [TestCase("disable", "--yes", new[] { "AdminDisableUser", "AdminUserGlobalSignOut" }, "")]
    [TestCase("enable", "", new[] { "AdminEnableUser" }, "")]
    [TestCase("reset-password", "--yes", new[] { "AdminResetUserPassword" }, "")]
    [TestCase("info", "", new[] { "AdminGetUser", "AdminListGroupsForUser" }, "")]
    [TestCase("add-to-group", "admin", new[] { "AdminAddUserToGroup" }, """, "GroupName": "admin" """)]
    [TestCase(
        "set-password",
        "--yes --password-stdin",
        new[] { "AdminSetUserPassword" },
        """, "Password": "Correct horse 7!", "Permanent": false"""
    )]
    [TestCase(
        "create",
        "",
        new[] { "AdminCreateUser" },
        """
            , "UserAttributes": [{"Name": "email", "Value": "alice@example.com"}, {"Name": "email_verified", "Value": "true"}],
            "DesiredDeliveryMediums": ["EMAIL"]
            """
    )]
    public async Task The_request_is_the_one_of_the_API(string action, string options, string[] operations, string more)
    {
        using var endpoint = new AwsEndpoint();
        var ran = await RunAsync(endpoint, action, options);
        Assert.That(ran.ExitCode, Is.Zero, ran.ToString());
        Assert.That(endpoint.Requests.Select(request => request.Operation), Is.EqualTo(operations));
        var expected = JsonNode.Parse($$"""{"UserPoolId": "ap-northeast-1_AbC123", "Username": "{{Alice}}"{{more}} }""");
        foreach (var (operation, body) in endpoint.Requests)
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(body), expected), $"{operation}: got {body}, want {expected}");
    }

    [Test]
    public async Task What_the_client_prints_of_a_user_is_understood()
    {
        using var endpoint = new AwsEndpoint();
        var ran = await RunAsync(endpoint, "info", "");
        Assert.That(ran.Out, Does.Match("(?m)^groups +admin$").And.Match("(?m)^status +CONFIRMED$"), ran.ToString());
        Assert.That(ran.Out, Does.Match("(?m)^created +.*(2026-01-02|1767323045)"));
    }

    private Task<Ran> RunAsync(AwsEndpoint endpoint, string action, string options)
    {
        string[] command = ["user", action, "taskflow-prod", Alice];
        string[] more = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Cli.TypeAsync(
            _project.Path,
            endpoint.Variables(_project),
            "Correct horse 7!\n",
            [.. command, .. more, "--outputs", "outputs.json"]
        );
    }
}
