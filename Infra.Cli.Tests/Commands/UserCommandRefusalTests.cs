using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Commands;

/// <summary>What goes wrong with <c>infra user</c>, by its text.</summary>
public sealed class UserCommandRefusalTests
{
    private TemporaryFolder _project = null!;

    [SetUp]
    public void Lay_out() => _project = Cli.Project();

    [TearDown]
    public void Clean_up() => _project.Dispose();

    [TestCase(
        "disable --yes",
        "admin-disable-user",
        "UserNotFoundException",
        "User does not exist.",
        ExitCodes.BadInput,
        "<user>: got alice@example.com, want a user of stack taskflow-prod (pool ap-northeast-1_AbC123); is it the right stack"
    )]
    [TestCase(
        "enable",
        "admin-enable-user",
        "ResourceNotFoundException",
        "User pool ap-northeast-1_AbC123 does not exist.",
        ExitCodes.BadInput,
        "userPoolId: got ap-northeast-1_AbC123, which this account does not have in ap-northeast-1; the outputs of taskflow-prod are old"
    )]
    [TestCase(
        "add-to-group nobody",
        "admin-add-user-to-group",
        "ResourceNotFoundException",
        "Group not found.",
        ExitCodes.BadInput,
        "<group>: got nobody, want a group of pool ap-northeast-1_AbC123; aws cognito-idp list-groups --user-pool-id ap-northeast-1_AbC123 --region ap-northeast-1 lists them"
    )]
    [TestCase(
        "create",
        "admin-create-user",
        "UsernameExistsException",
        "User account already exists",
        ExitCodes.BadInput,
        "<user>: got alice@example.com, which stack taskflow-prod has already; infra user info taskflow-prod alice@example.com shows it"
    )]
    [TestCase(
        "create",
        "admin-create-user",
        "InvalidParameterException",
        "Username cannot be of email format, since user pool is configured for email alias.",
        ExitCodes.BadInput,
        "<user>: got alice@example.com, want a name that is no address: in the pool of taskflow-prod addresses stand beside names; infra user create taskflow-prod NAME --email alice@example.com"
    )]
    [TestCase(
        "set-password --yes",
        "admin-set-user-password",
        "InvalidPasswordException",
        "Password did not conform with policy: Password not long enough",
        ExitCodes.BadInput,
        "--password-stdin: the pool's rules refuse the password: Password did not conform with policy: Password not long enough; leave"
    )]
    [TestCase(
        "reset-password --yes",
        "admin-reset-user-password",
        "InvalidParameterException",
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
        ExitCodes.ProgramFailed,
        "no registered/verified email or phone_number; infra user set-password needs no verified address and works in every state"
    )]
    [TestCase(
        "disable --yes",
        "admin-disable-user",
        "AccessDeniedException",
        "User is not authorized",
        ExitCodes.ProgramFailed,
        "User is not authorized; the identity needs cognito-idp:AdminDisableUser on the pool"
    )]
    public async Task What_AWS_refuses_is_explained(
        string command,
        string operation,
        string error,
        string words,
        int exitCode,
        string message
    )
    {
        var call = $"aws cognito-idp {operation}";
        using var tools = StandIns
            .OfAUser()
            .Instead(call)
            .Fails(call, 254, $"An error occurred ({error}) when calling the X operation: {words}");
        var ran = await RunAsync(tools, command);
        Assert.That(ran.ExitCode, Is.EqualTo(exitCode), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Half_done_says_which_half()
    {
        const string Call = "aws cognito-idp admin-user-global-sign-out";
        using var tools = StandIns.OfAUser().Instead(Call).Fails(Call, 254, "An error occurred (NotAuthorizedException): no");
        var ran = await RunAsync(tools, "disable --yes");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Does.EndWith("admin-disable-user took effect, admin-user-global-sign-out did not: run it again\n")
        );
        Assert.That(ran.Out, Is.Empty);
    }

    [TestCase("enable", "admin-enable-user", 2)]
    [TestCase("create", "admin-create-user", 1)]
    public async Task A_lost_answer_is_asked_for_again_only_where_twice_is_as_good_as_once(
        string action,
        string operation,
        int times
    )
    {
        var call = $"aws cognito-idp {operation}";
        using var tools = StandIns.OfAUser().Instead(call).Fails(call, 255, "Read timeout on endpoint URL").Plays(call, "");
        await RunAsync(tools, action);
        Assert.That(tools.Calls.Count(line => line.StartsWith(call, StringComparison.Ordinal)), Is.EqualTo(times));
    }

    [Test]
    public async Task Another_account_than_the_stack_allows_is_refused_before_anybody_is_asked()
    {
        using var tools = Identity("222222222222");
        var ran = await RunAsync(tools, "disable");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo(
                "taskflow-prod: refused, the aws CLI is arn:aws:iam::222222222222:user/me in account 222222222222, and Pulumi.taskflow-prod.yaml:5 allows 111111111111; "
                    + "set AWS_PROFILE to an identity of that account\n"
            )
        );
        Assert.That(tools.Calls, Has.None.Contains("cognito-idp"));
    }

    [Test]
    public async Task An_allowed_account_in_which_the_stack_is_not_is_refused_too()
    {
        using var tools = StandIns.OfAUser();
        _project.With("outputs.json", """{"userPoolId": "eu-west-1_X", "account_id": "333333333333"}""");
        var ran = await RunAsync(tools, "enable --outputs outputs.json");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("in account 111111111111, and the stack is deployed in 333333333333"));
    }

    [Test]
    public async Task A_stack_that_nobody_bound_to_an_account_is_refused()
    {
        using var tools = StandIns.OfAUser();
        _project.With("outputs.json", """{"userPoolId": "eu-west-1_X"}""");
        var file = _project.File("Pulumi.taskflow-prod.yaml");
        var lines = (await File.ReadAllLinesAsync(file)).Where(line =>
            !line.Contains("allowedAccountIds", StringComparison.Ordinal)
        );
        await File.WriteAllLinesAsync(file, lines);
        var ran = await RunAsync(tools, "enable --outputs outputs.json");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.Refused), ran.ToString());
        Assert.That(ran.Error, Does.Contain("name it in aws:allowedAccountIds of Pulumi.taskflow-prod.yaml"));
    }

    [TestCase("Unable to locate credentials. You can configure credentials by running \"aws configure\".")]
    [TestCase("Error loading SSO Token: Token for x does not exist")]
    [TestCase("An error occurred (ExpiredToken) when calling the GetCallerIdentity operation")]
    [TestCase("The config profile (nobody) could not be found")]
    public async Task Without_credentials_it_says_how_to_sign_in(string error)
    {
        using var tools = StandIns
            .OfAUser()
            .Instead("aws sts get-caller-identity")
            .Fails("aws sts get-caller-identity", 253, error);
        var ran = await RunAsync(tools, "info");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), ran.ToString());
        Assert.That(
            ran.Error,
            Is.EqualTo(
                $"aws sts get-caller-identity: {error}; sign in (aws sso login, or aws configure) and say as whom with AWS_PROFILE\n"
            )
        );
    }

    [Test]
    public async Task Without_the_aws_command_line_it_says_how_to_get_it()
    {
        using var none = new StandIns();
        _project.With("outputs.json", StandIns.UserOutputs);
        string[] command = ["user", "info", "taskflow-prod", "alice", "--outputs", "outputs.json"];
        var ran = await Cli.RunAsync(_project.Path, none.Alone, command);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("aws: not found on the PATH; install AWS CLI version 2"));
    }

    [TestCase("{}", "userPoolId: got nothing, want a text; deploy the stack first (pulumi up)")]
    [TestCase("""{"userPoolId": "pool"}""", "userPoolId: got pool, want an id such as ap-northeast-1_AbC123")]
    [TestCase(
        """{"staffUserPoolId": "a_1", "customer_user_pool_id": "a_2"}""",
        "userPoolId: got staffUserPoolId and customer_user_pool_id, want one"
    )]
    public async Task Outputs_without_one_pool_are_bad_input(string outputs, string message)
    {
        using var tools = StandIns.OfAUser();
        _project.With("outputs.json", outputs);
        var ran = await RunAsync(tools, "info --outputs outputs.json");
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.StartWith("outputs.json: 1 problem\n").And.Contain(message));
    }

    [TestCase("create taskflow-prod alice", "<user>: got alice, want an e-mail address such as alice@example.com")]
    [TestCase("create taskflow-prod alice --email alice", "--email: got alice, want an e-mail address such as alice@example.com")]
    [TestCase("create taskflow-prod alice", "where people have names too, add --email ADDRESS")]
    [TestCase("create taskflow-prod a,b@example.com", "<user>: got a,b@example.com, want an e-mail address")]
    [TestCase("info taskflow-prod file:///etc/hostname", "<user>: got file:///etc/hostname, want 1 to 128 letters")]
    [TestCase("disable taskflow-prod -v", "want 1 to 128 letters, digits and signs, no space, neither - in front nor :// in it")]
    [TestCase("add-to-group taskflow-prod alice file://x", "<group>: got file://x, want 1 to 128 letters")]
    [TestCase("disable taskflow-prd alice", "did you mean taskflow-prod?")]
    [TestCase("dsable taskflow-prod alice", "dsable: did you mean disable?")]
    [TestCase("disable taskflow-prod", "<user>: got nothing, want it: The user name")]
    public async Task Bad_input_has_a_way_out(string arguments, string message)
    {
        using var tools = StandIns.OfAUser();
        var ran = await Cli.RunAsync(_project.Path, tools.Variables, ["user", .. arguments.Split(' ')]);
        Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.BadInput), ran.ToString());
        Assert.That(ran.Error, Does.Contain(message));
        Assert.That(tools.Calls, Is.Empty);
    }

    private static StandIns Identity(string account) =>
        StandIns
            .OfAUser()
            .Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", $$"""{"Account": "{{account}}", "Arn": "arn:aws:iam::{{account}}:user/me"}""");

    // The action, then its options, behind the stack and the user.
    private Task<Ran> RunAsync(StandIns tools, string command) =>
        Cli.RunAsync(
            _project.Path,
            tools.Variables,
            ["user", command.Split(' ')[0], "taskflow-prod", "alice@example.com", .. command.Split(' ')[1..]]
        );
}
