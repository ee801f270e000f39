using Pulumi.Automation;

namespace Automation.Tests.Workspaces;

/// <summary>The command lines of the operations on resources, word for word.</summary>
public sealed class OperationLineTests
{
    private const string Tail = "--stack dev --non-interactive --event-log FILE";

    [Test]
    public async Task A_preview_without_options_asks_for_events_alone()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("preview", new StandIns.StandInAnswer { Events = [Recorded.Summary], Out = "fine\n" });

        var result = await run.Stack.PreviewAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Lines, Is.EqualTo(new[] { $"preview --exec-kind auto.local {Tail}" }));
            Assert.That(run.Cli.Calls[^1].Environment["PULUMI_DEBUG_COMMANDS"], Is.EqualTo("true"));
            Assert.That(result.StandardOutput, Is.EqualTo("fine\n"));
            Assert.That(
                result.ChangeSummary,
                Is.EquivalentTo(new Dictionary<OperationType, int> { [OperationType.Create] = 2, [OperationType.Same] = 1 })
            );
        }
    }

    [Test]
    public async Task A_preview_has_all_its_options_in_their_order()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("preview", new StandIns.StandInAnswer { Events = [Recorded.Summary] });

        await run.Stack.PreviewAsync(
            Common(
                new PreviewOptions
                {
                    ExpectNoChanges = true,
                    ShowReads = false,
                    Diff = true,
                    Plan = "plan.json",
                    Replace = ["urn:a", "urn:b"],
                    ExcludeDependents = true,
                    TargetDependents = true,
                    Refresh = true,
                }
            )
        );

        Assert.That(
            run.Line,
            Is.EqualTo(
                "preview --expect-no-changes --show-reads=false --diff --save-plan plan.json --replace urn:a --replace urn:b "
                    + $"--exclude-dependents --target-dependents --refresh {CommonLine} --exec-kind auto.local {Tail}"
            )
        );
    }

    [Test]
    public async Task An_update_asks_for_outputs_and_the_last_run_afterwards()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", "done\n");

        var result = await run.Stack.UpAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Lines,
                Is.EqualTo(
                    new[]
                    {
                        "up --yes --skip-preview --exec-kind auto.local --stack dev --non-interactive",
                        "stack output --json --stack dev --non-interactive",
                        "stack output --json --show-secrets --stack dev --non-interactive",
                        "stack history --json --show-secrets --page-size 1 --page 1 --stack dev --non-interactive",
                    }
                )
            );
            Assert.That(result.StandardOutput, Is.EqualTo("done\n"));
            Assert.That(result.Summary.Kind, Is.EqualTo(UpdateKind.Update));
        }
    }

    [Test]
    public async Task An_update_has_all_its_options_in_their_order()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up");

        await run.Stack.UpAsync(
            Common(
                new UpOptions
                {
                    ExpectNoChanges = true,
                    ShowReads = true,
                    Diff = true,
                    Plan = "plan.json",
                    Replace = ["urn:a"],
                    ExcludeDependents = true,
                    TargetDependents = true,
                    Refresh = true,
                    ContinueOnError = true,
                    ShowSecrets = false,
                    OnEvent = _ => { },
                }
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Line,
                Is.EqualTo(
                    "up --yes --skip-preview --expect-no-changes --show-reads=true --diff --plan plan.json --replace urn:a "
                        + $"--exclude-dependents --target-dependents --refresh --continue-on-error {CommonLine} --exec-kind auto.local {Tail}"
                )
            );
            Assert.That(run.Lines.Last(), Does.StartWith("stack history --json --page-size 1"));
        }
    }

    [TestCase(false, "refresh --yes --exec-kind auto.local --stack dev --non-interactive")]
    [TestCase(true, "refresh --yes --skip-preview --exec-kind auto.local --stack dev --non-interactive")]
    public async Task A_refresh_skips_its_preview_only_if_it_has_options(bool hasOptions, string line)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("refresh");

        await run.Stack.RefreshAsync(hasOptions ? new() : null);

        Assert.That(run.Line, Is.EqualTo(line));
    }

    [Test]
    public async Task A_refresh_has_all_its_options_in_their_order()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("refresh");

        await run.Stack.RefreshAsync(
            Common(
                new RefreshOptions
                {
                    ExpectNoChanges = true,
                    SkipPendingCreates = true,
                    ClearPendingCreates = true,
                    ImportPendingCreates = [new("urn:a", "id-a"), new("urn:b", "id-b")],
                    RunProgram = false,
                }
            )
        );

        Assert.That(
            run.Line,
            Is.EqualTo(
                "refresh --yes --skip-preview --expect-no-changes --skip-pending-creates --clear-pending-creates "
                    + "--import-pending-creates urn:a --import-pending-creates id-a --import-pending-creates urn:b --import-pending-creates id-b "
                    + $"--run-program=false {CommonLine} --exec-kind auto.local --stack dev --non-interactive"
            )
        );
    }

    [Test]
    public async Task A_destruction_has_all_its_options_in_their_order()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("destroy");

        await run.Stack.DestroyAsync(
            Common(
                new DestroyOptions
                {
                    ExcludeDependents = true,
                    TargetDependents = true,
                    ContinueOnError = true,
                    Refresh = true,
                    RunProgram = false,
                }
            )
        );

        Assert.That(
            run.Line,
            Is.EqualTo(
                "destroy --yes --skip-preview --exclude-dependents --target-dependents --continue-on-error --refresh --run-program=false "
                    + $"{CommonLine} --exec-kind auto.local --stack dev --non-interactive"
            )
        );
    }

    [Test]
    public async Task Only_looking_is_not_confirmed_because_the_CLI_refuses_both_together()
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("destroy").Answer("refresh");

        await run.Stack.DestroyAsync(new() { PreviewOnly = true });
        await run.Stack.RefreshAsync(new() { PreviewOnly = true });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.Lines,
                Has.Some.EqualTo("destroy --preview-only --exec-kind auto.local --stack dev --non-interactive")
            );
            Assert.That(
                run.Lines,
                Has.Some.EqualTo("refresh --preview-only --exec-kind auto.local --stack dev --non-interactive")
            );
        }
    }

    [Test]
    public async Task An_inline_program_is_served_to_updates_and_to_what_is_to_run_it()
    {
        using var run = await Recorded.StackAsync(new() { Program = PulumiFn.Create(() => { }) });
        run.Cli.Answer("up")
            .Answer("destroy")
            .Answer("refresh")
            .Answer("preview", new StandIns.StandInAnswer { Events = [Recorded.Summary] });

        await run.Stack.UpAsync();
        await run.Stack.PreviewAsync();
        await run.Stack.DestroyAsync();
        await run.Stack.DestroyAsync(new() { RunProgram = true });
        await run.Stack.RefreshAsync(new() { RunProgram = true });

        Assert.That(
            run.Lines.Where(line => !line.StartsWith("stack ")),
            Is.EqualTo(
                new[]
                {
                    "up --yes --skip-preview --client=127.0.0.1:PORT --exec-kind auto.inline --stack dev --non-interactive",
                    $"preview --client=127.0.0.1:PORT --exec-kind auto.inline {Tail}",
                    "destroy --yes --skip-preview --exec-kind auto.inline --stack dev --non-interactive",
                    "destroy --yes --skip-preview --run-program=true --exec-kind auto.inline --client=127.0.0.1:PORT --stack dev --non-interactive",
                    "refresh --yes --skip-preview --run-program=true --exec-kind auto.inline --client=127.0.0.1:PORT --stack dev --non-interactive",
                }
            )
        );
    }

    private const string CommonLine =
        "--parallel 4 --message hello there --exclude urn:x --target urn:t --target urn:u --policy-pack p --policy-pack-config c.json "
        + "--color never --logflow --verbose 9 --logtostderr --tracing file:t --debug --json --config-file f.yaml --profiling prof";

    private static T Common<T>(T options)
        where T : UpdateOptions
    {
        options.Parallel = 4;
        options.Message = "hello there";
        options.Exclude = ["urn:x"];
        options.Target = ["urn:t", "urn:u"];
        options.PolicyPacks = ["p"];
        options.PolicyPackConfigs = ["c.json"];
        options.Color = "never";
        options.LogFlow = true;
        options.LogVerbosity = 9;
        options.LogToStdErr = true;
        options.Tracing = "file:t";
        options.Debug = true;
        options.Json = true;
        options.ConfigFile = "f.yaml";
        options.Profiling = "prof";
        return options;
    }
}
