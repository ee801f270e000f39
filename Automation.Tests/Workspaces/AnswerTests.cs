using System.Text.Json;
using Pulumi.Automation;

namespace Automation.Tests.Workspaces;

/// <summary>What is made of the answers of the CLI.</summary>
public sealed class AnswerTests
{
    [Test]
    public async Task Outputs_are_secret_where_the_masked_answer_is()
    {
        using var run = await Recorded.StackAsync();
        Outputs(
            run,
            """{"url":"https://x","token":"[secret]","port":8080,"share":0.5,"on":true,"zones":["a",1],"db":{"host":"h"},"none":null}""",
            """{"url":"https://x","token":"hunter2","port":8080,"share":0.5,"on":true,"zones":["a",1],"db":{"host":"h"},"none":null}"""
        );

        var outputs = await run.Stack.GetOutputsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs["url"].Value, Is.EqualTo("https://x"));
            Assert.That(outputs["url"].IsSecret, Is.False);
            Assert.That((outputs["token"].Value, outputs["token"].IsSecret), Is.EqualTo(((object)"hunter2", true)));
            Assert.That(outputs["token"].ToString(), Does.Not.Contain("hunter2"));
            Assert.That(outputs["port"].Value, Is.EqualTo(8080L));
            Assert.That(outputs["share"].Value, Is.EqualTo(0.5));
            Assert.That(outputs["on"].Value, Is.EqualTo(true));
            Assert.That(outputs["zones"].Value, Is.EqualTo(new object[] { "a", 1L }));
            Assert.That(outputs["db"].Value, Is.EqualTo(new Dictionary<string, object> { ["host"] = "h" }));
            Assert.That(outputs["none"].Value, Is.Null);
        }
    }

    [Test]
    public async Task An_output_that_appears_between_the_two_questions_counts_as_secret()
    {
        using var run = await Recorded.StackAsync();
        Outputs(run, "{}", """{"late":"hunter2"}""");

        Assert.That((await run.Stack.GetOutputsAsync())["late"].IsSecret, Is.True);
    }

    [Test]
    public async Task A_text_that_looks_like_a_time_stays_a_text()
    {
        using var run = await Recorded.StackAsync();
        Outputs(run, "{}", """{"version":"2012-10-17"}""");

        Assert.That((await run.Stack.GetOutputsAsync())["version"].Value, Is.EqualTo("2012-10-17"));
    }

    [Test]
    public async Task A_run_of_the_history_has_everything()
    {
        using var run = await Recorded.StackAsync();

        var last = await run.Stack.GetInfoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(last!.Version, Is.EqualTo(7));
            Assert.That(last.Kind, Is.EqualTo(UpdateKind.Update));
            Assert.That(last.Message, Is.EqualTo("more"));
            Assert.That(last.Result, Is.EqualTo(UpdateState.Succeeded));
            Assert.That(last.StartTime, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            Assert.That(last.EndTime, Is.EqualTo(last.StartTime.AddMinutes(1)));
            Assert.That(last.Environment["git.head"], Is.EqualTo("abc"));
            Assert.That((last.Config["shop:token"].Value, last.Config["shop:token"].IsSecret), Is.EqualTo(("hunter2", true)));
            Assert.That(last.ResourceChanges![OperationType.Create], Is.EqualTo(2));
        }
    }

    [TestCase("preview", UpdateKind.Preview)]
    [TestCase("refresh", UpdateKind.Refresh)]
    [TestCase("rename", UpdateKind.Rename)]
    [TestCase("destroy", UpdateKind.Destroy)]
    [TestCase("import", UpdateKind.Import)]
    [TestCase("resource-import", UpdateKind.ResourceImport)]
    public async Task Kinds_of_runs_are_known_and_one_that_is_not_over_has_no_end(string text, UpdateKind kind)
    {
        using var run = await Recorded.StackAsync();
        History(
            run,
            $$"""[{"kind":"{{text}}","startTime":"2026-01-02T03:04:05Z","message":"","environment":{},"config":{},"result":"in-progress"}]"""
        );

        var last = await run.Stack.GetInfoAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(last!.Kind, Is.EqualTo(kind));
            Assert.That(last.Result, Is.EqualTo(UpdateState.InProgress));
            Assert.That(last.ResourceChanges, Is.Null);
            Assert.That(last.EndTime, Is.EqualTo(default(DateTimeOffset)));
        }
    }

    [Test]
    public async Task A_stack_without_runs_has_no_last_one()
    {
        using var run = await Recorded.StackAsync();
        History(run, "");

        Assert.That(await run.Stack.GetInfoAsync(), Is.Null);
    }

    [Test]
    public async Task The_list_of_stacks_has_everything_and_the_current_one_is_found()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "stack ls",
            """[{"name":"dev","current":false,"updateInProgress":true},{"name":"prod","current":true,"lastUpdate":"2026-01-02T03:04:05Z","resourceCount":12,"url":"https://x"}]"""
        );

        var stacks = await run.Workspace.ListStacksAsync();
        var current = await run.Workspace.GetStackAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stacks.Select(stack => stack.Name), Is.EqualTo(new[] { "dev", "prod" }));
            Assert.That(stacks[0].IsUpdateInProgress, Is.True);
            Assert.That(stacks[0].ResourceCount, Is.Null);
            Assert.That(current!.Name, Is.EqualTo("prod"));
            Assert.That(current.ResourceCount, Is.EqualTo(12));
            Assert.That(current.LastUpdate, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            Assert.That(current.Url, Is.EqualTo("https://x"));
        }
    }

    [Test]
    public async Task Settings_have_texts_objects_and_secrets()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer(
            "config",
            """{"a:s":{"value":"x","secret":false},"a:o":{"value":"{\"b\":1}","objectValue":{"b":1},"secret":false},"a:n":{"secret":true}}"""
        );

        var all = await run.Stack.GetAllConfigAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(all["a:s"].Value, Is.EqualTo("x"));
            Assert.That(all["a:o"].Value, Is.EqualTo("""{"b":1}"""));
            Assert.That((all["a:n"].Value, all["a:n"].IsSecret), Is.EqualTo(("", true)));
        }
    }

    [Test]
    public async Task The_user_and_the_plugins_are_read()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("whoami", """{"user":"me","organizations":["acme"],"url":"s3://b"}""")
            .Answer(
                "plugin",
                """[{"name":"aws","kind":"resource","version":"7.48.0","size":12345678901,"installTime":"2026-01-02T03:04:05Z"},{"name":"terraform","kind":"converter","version":"1.0.0","size":1}]"""
            );

        var me = await run.Workspace.WhoAmIAsync();
        var plugins = await run.Workspace.ListPluginsAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((me.User, me.Url), Is.EqualTo(("me", "s3://b")));
            Assert.That(me.Organizations, Is.EqualTo(new[] { "acme" }));
            Assert.That(
                plugins.Select(plugin => plugin.Name),
                Is.EqualTo(new[] { "aws" }),
                "a converter is of no kind the API has"
            );
            Assert.That((plugins[0].Size, plugins[0].Version), Is.EqualTo((12345678901, "7.48.0")));
        }
    }

    [Test]
    public async Task Tags_and_the_state_are_read()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("stack tag", "blue\n")
            .Answer("stack tag", """{"team":"blue"}""")
            .Answer("stack export", """{"version":3,"deployment":{"resources":[]}}""");

        var tag = await run.Stack.GetTagAsync("team");
        var tags = await run.Stack.ListTagsAsync();
        var state = await run.Stack.ExportStackAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tag, Is.EqualTo("blue"));
            Assert.That(tags, Is.EqualTo(new Dictionary<string, string> { ["team"] = "blue" }));
            Assert.That(state.Version, Is.EqualTo(3));
            Assert.That(state.Json.GetProperty("deployment").GetProperty("resources").GetArrayLength(), Is.Zero);
        }
    }

    [Test]
    public async Task A_cut_off_answer_is_an_error_that_does_not_quote_it()
    {
        using var run = await Recorded.StackAsync();
        Outputs(run, "{}", """{"token":"hunter2","ur""");

        var error = await Assert.CatchAsync<JsonException>(() => run.Stack.GetOutputsAsync());

        Assert.That(
            error!.ToString(),
            Does.Contain("pulumi stack output: got 22 characters that are no JSON from line 1, byte ").And.Not.Contain("hunter2")
        );
    }

    [TestCase("config", "[1]", "pulumi config: got no object, want one")]
    [TestCase("stack ls", "{}", "pulumi stack ls: got no list, want one")]
    [TestCase("stack export", "{}", "pulumi stack export: got no version, want one")]
    [TestCase(
        "stack history",
        """[{"kind":"dance","result":"succeeded"}]""",
        "pulumi stack history: kind: got 'dance', want update, preview, refresh, rename, destroy, import or resource-import"
    )]
    [TestCase("whoami", """{"user":1}""", "pulumi whoami: user: got a number, want a text")]
    public async Task An_answer_of_another_shape_is_an_error_that_names_the_command(string words, string answer, string message)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Forget(words).Answer(words, answer);

        var error = await Assert.CatchAsync<JsonException>(() =>
            words switch
            {
                "config" => run.Stack.GetAllConfigAsync(),
                "stack ls" => run.Workspace.ListStacksAsync(),
                "stack export" => run.Stack.ExportStackAsync(),
                "whoami" => run.Workspace.WhoAmIAsync(),
                _ => run.Stack.GetHistoryAsync(),
            }
        );

        Assert.That(error!.Message, Is.EqualTo(message));
    }

    private static void Outputs(Recorded run, string masked, string clear) =>
        run.Cli.Forget("stack output").Answer("stack output", masked).Answer("stack output", clear);

    private static void History(Recorded run, string answer) => run.Cli.Forget("stack history").Answer("stack history", answer);
}
