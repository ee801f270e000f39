using System.Diagnostics;

namespace Infra.Cli.Tests.Tools;

/// <summary>Scripts on a PATH of their own that stand in for <c>aws</c> and <c>pulumi</c>: they write down how they were called and play answers back.</summary>
internal sealed class StandIns : IDisposable
{
    public const string Task = "arn:aws:ecs:ap-northeast-1:111111111111:task/idp-server-cluster/0123abcd";

    /// <summary>What the stack's program exports, for all jobs.</summary>
    public static readonly string Outputs = $$"""
        {
          "url": "https://idp.example.com",
          "region": "ap-northeast-1",
          "accountId": "111111111111",
          "cluster": "idp-server-cluster",
          "cognito_user_pool_id": "ap-northeast-1_AbC123",
          "databaseJobs": { {{string.Join(", ", new[] { "bootstrap", "migrate", "info", "schedule", "verify" }.Select(Job))}} },
          "jobNetwork": { "subnetIds": ["subnet-a", "subnet-c"], "securityGroupIds": ["sg-jobs"], "assignPublicIp": false }
        }
        """;

    /// <summary>What a stack with users exports.</summary>
    public const string UserOutputs =
        """{"region": "ap-northeast-1", "accountId": "111111111111", "userPoolId": "ap-northeast-1_AbC123"}""";

    private const string User = """
        {
          "Username": "5d4c",
          "UserAttributes": [{"Name": "email", "Value": "alice@example.com"}, {"Name": "email_verified", "Value": "true"}],
          "UserCreateDate": "2026-01-02T03:04:05+00:00",
          "UserLastModifiedDate": "2026-02-03T04:05:06+00:00",
          "Enabled": true,
          "UserStatus": "CONFIRMED",
          "UserMFASettingList": ["SOFTWARE_TOKEN_MFA"]
        }
        """;

    // The answers of one call are numbered; the last goes on for ever.
    private const string Script = """
        #!/bin/sh
        here=${0%/*}
        tool=${0##*/}
        call=$tool-$1-$2
        printf '%s\n' "$tool $*" >>"$here/calls"
        count=$(cat "$here/$call.count" 2>/dev/null || echo 0)
        count=$((count + 1))
        while [ "$count" -gt 1 ] && [ ! -e "$here/$call.$count" ]; do count=$((count - 1)); done
        echo "$count" >"$here/$call.count"
        [ -e "$here/$call.$count" ] || { echo "stand-in: nobody expected $call" >&2; exit 99; }
        . "$here/$call.$count"

        """;

    private readonly TemporaryFolder _folder = new("stand-ins");
    private readonly Dictionary<string, int> _answers = [];

    public StandIns(params string[] tools)
    {
        foreach (var tool in tools)
            Executable(tool, Script.ReplaceLineEndings("\n"));
    }

    /// <summary>Adds a tool that does one thing only.</summary>
    public StandIns Executable(string tool, string script)
    {
        _folder.With(tool, script);
        using var chmod = Process.Start("chmod", ["+x", _folder.File(tool)]);
        chmod.WaitForExit();
        return this;
    }

    /// <summary>Environment variables under which only these tools are found.</summary>
    public Dictionary<string, string?> Variables => new() { ["PATH"] = $"{_folder.Path}:/usr/bin:/bin", ["AWS_PAGER"] = "less" };

    /// <summary>The same without the machine's own tools: it may have the real ones.</summary>
    public Dictionary<string, string?> Alone => new() { ["PATH"] = _folder.Path };

    /// <summary>How the tools were called, in order.</summary>
    public string[] Calls => File.Exists(_folder.File("calls")) ? File.ReadAllLines(_folder.File("calls")) : [];

    /// <summary>Whether a call has left a file.</summary>
    public bool Has(string name) => File.Exists(_folder.File(name));

    /// <summary>What a call has left in a file.</summary>
    public string Left(string name) => File.ReadAllText(_folder.File(name));

    /// <summary>Both tools, and a job that starts, logs two lines and ends well.</summary>
    public static StandIns OfAJob(int exitCode = 0) =>
        new StandIns("aws", "pulumi")
            .Says("pulumi stack output", Outputs)
            .Says("aws sts get-caller-identity", """{"Account": "111111111111", "Arn": "arn:aws:iam::111111111111:user/me"}""")
            .Says("aws ecs run-task", $$"""{"tasks": [{"taskArn": "{{Task}}"}], "failures": []}""")
            .Says("aws ecs describe-tasks", State("PROVISIONING"))
            .Says("aws ecs describe-tasks", State("RUNNING"))
            .Says("aws ecs describe-tasks", Stopped(exitCode))
            .Fails(
                "aws logs get-log-events",
                254,
                "An error occurred (ResourceNotFoundException) when calling the GetLogEvents operation"
            )
            .Says("aws logs get-log-events", """{"events": [{"message": "first line"}], "nextForwardToken": "f/1"}""")
            .Says("aws logs get-log-events", """{"events": [], "nextForwardToken": "f/1"}""")
            .Says("aws logs get-log-events", """{"events": [{"message": "last line\n"}], "nextForwardToken": "f/2"}""")
            .Says("aws logs get-log-events", """{"events": [], "nextForwardToken": "f/2"}""");

    /// <summary>A stack with a user pool, and a user in it.</summary>
    public static StandIns OfAUser() => new StandIns("aws", "pulumi").Says("pulumi stack output", UserOutputs).WithAUser();

    /// <summary>Adds the answers on a user.</summary>
    public StandIns WithAUser()
    {
        Instead("aws sts get-caller-identity")
            .Says("aws sts get-caller-identity", """{"Account": "111111111111", "Arn": "arn:aws:iam::111111111111:user/me"}""")
            .Says("aws cognito-idp admin-get-user", User)
            .Says(
                "aws cognito-idp admin-list-groups-for-user",
                """{"Groups": [{"GroupName": "admin"}, {"GroupName": "staff"}]}"""
            )
            // The file with a secret is gone when the command has ended: what was in it, and who might have read it.
            .Plays(
                "aws cognito-idp admin-set-user-password",
                "file=${4#file://}\ncp \"$file\" \"$here/input\"\nls -l \"$file\" | cut -c 1-10 >\"$here/mode\"\n"
            );
        foreach (
            var silent in new[]
            {
                "disable-user",
                "user-global-sign-out",
                "enable-user",
                "reset-user-password",
                "create-user",
                "add-user-to-group",
            }
        )
            Plays($"aws cognito-idp admin-{silent}", "");
        return this;
    }

    public static string State(string status) =>
        $$$"""{"tasks": [{"lastStatus": "{{{status}}}", "containers": [{"name": "job", "lastStatus": "{{{status}}}"}]}]}""";

    public static string Stopped(int exitCode) =>
        $$$"""
            {"tasks": [{"lastStatus": "STOPPED", "stoppedReason": "Essential container in task exited",
              "containers": [{"name": "sidecar", "exitCode": 143}, {"name": "job", "exitCode": {{{exitCode}}}}]}]}
            """;

    /// <summary>The next answer of a call; <c>aws ecs run-task</c> names one.</summary>
    public StandIns Says(string call, string output) => Plays(call, $"cat <<'ANSWER'\n{output}\nANSWER\n");

    public StandIns Fails(string call, int exitCode, string error) =>
        Plays(call, $"cat >&2 <<'ANSWER'\n{error}\nANSWER\nexit {exitCode}\n");

    /// <summary>Shell commands as the next answer.</summary>
    public StandIns Plays(string call, string commands)
    {
        var name = string.Join('-', call.Split(' ').Take(3));
        var number = _answers[name] = _answers.GetValueOrDefault(name) + 1;
        _folder.With($"{name}.{number}", commands);
        return this;
    }

    /// <summary>Makes a call that has one answer fail once, after it has succeeded so often.</summary>
    public void FailsOnce(string call, int before, string error)
    {
        var name = string.Join('-', call.Split(' ').Take(3));
        var answer = File.ReadAllText(_folder.File($"{name}.1"));
        Instead(call);
        for (var good = 0; good < before; good++)
            Plays(call, answer);
        Fails(call, 255, error).Plays(call, answer);
    }

    /// <summary>Forgets the answers of a call.</summary>
    public StandIns Instead(string call)
    {
        var name = string.Join('-', call.Split(' ').Take(3));
        foreach (var file in Directory.EnumerateFiles(_folder.Path, $"{name}.*"))
            File.Delete(file);
        _answers.Remove(name);
        return this;
    }

    public void Dispose() => _folder.Dispose();

    private static string Job(string name) =>
        $$"""
            "db-{{name}}": { "taskDefinition": "arn:aws:ecs:ap-northeast-1:111111111111:task-definition/idp-server-db-{{name}}:3",
              "container": "job", "logGroup": "/ecs/idp-server/jobs", "logStreamPrefix": "{{name}}" }
            """;
}
