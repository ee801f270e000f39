using System.Runtime.Versioning;

namespace Infra.Cli.Tests;

/// <summary>The launcher with a <c>dotnet</c> that only notes what it is asked; the real build is what every other use of it is.</summary>
[Platform("Linux,MacOsX")]
[UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    private const string Dotnet = """
        #!/bin/sh
        echo "$*" >>"$NOTES"
        case $1 in
          publish)
            [ "${PUBLISH_FAILS:-}" != always ] || { echo 'Program.cs(1,1): error CS1002: ; expected'; exit 1; }
            case "$*" in *NativeCode=true*) [ "${PUBLISH_FAILS:-}" != native ] || { echo 'error NU1101: no Microsoft.NETCore.App.Crossgen2'; exit 1; } ;; esac
            [ "${PUBLISH_FAILS:-}" != sdk ] || { echo 'No .NET SDKs were found.'; exit 1; }
            while [ $# -gt 0 ]; do [ "$1" != -o ] || out=$2; shift; done
            mkdir -p "$out"; touch "$out/Infra.Cli.dll" ;;
          *) shift; printf '<%s>' "$@" ;;
        esac
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Lay_out_a_repository()
    {
        _folder = new TemporaryFolder("a repository with spaces");
        _folder
            .With("bin/dotnet", Dotnet.ReplaceLineEndings("\n") + "\n")
            .With("repo/Directory.Build.props", "")
            .With("repo/global.json", "");
        foreach (
            var source in new[] { "Infra.Cli/Program.cs", "Infra/Program.cs", "Engine/A.cs", "Sdk/A.cs", "Engine/obj/made.cs" }
        )
            _folder.With($"repo/{source}", "");
        _folder.With("notes", "");
        File.Copy(Path.Combine(Repository.Root, "infra"), _folder.File("repo/infra"));
        const UnixFileMode runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_folder.File("repo/infra"), runnable);
        File.SetUnixFileMode(_folder.File("bin/dotnet"), runnable);
        // A build that takes no time would be as old as the sources.
        foreach (var file in Directory.EnumerateFileSystemEntries(_folder.File("repo"), "*", SearchOption.AllDirectories))
            Age(file, hours: 1);
    }

    [TearDown]
    public void Dispose() => _folder.Dispose();

    [Test]
    public async Task The_first_start_builds_and_hands_the_arguments_over_as_they_are()
    {
        var ran = await StartAsync(["preview", "two words", "", "*"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ran.Out, Is.EqualTo("<preview><two words><><*>"), ran.ToString());
            Assert.That(ran.Error, Does.Match("^infra: building, once until a source changes ... done in [0-9]+ s\n$"));
            Assert.That(Builds(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task The_second_start_builds_nothing_and_says_nothing()
    {
        await StartAsync(["stacks"]);
        var second = await StartAsync(["stacks"]);
        Assert.That(second.Error, Is.Empty);
        Assert.That(Builds(), Is.EqualTo(1));
    }

    [TestCase("Engine/A.cs")]
    [TestCase("Directory.Build.props")]
    public async Task A_changed_source_builds_again(string source)
    {
        await StartAsync(["stacks"]);
        Age(_folder.File($"repo/{source}"), hours: -1);
        await StartAsync(["stacks"]);
        Assert.That(Builds(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_deleted_source_builds_again()
    {
        await StartAsync(["stacks"]);
        File.Delete(_folder.File("repo/Sdk/A.cs"));
        Age(_folder.File("repo/Sdk"), hours: -1);
        await StartAsync(["stacks"]);
        Assert.That(Builds(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_a_build_makes_is_not_a_source()
    {
        await StartAsync(["stacks"]);
        Age(_folder.File("repo/Engine/obj/made.cs"), hours: -1);
        await StartAsync(["stacks"]);
        Assert.That(Builds(), Is.EqualTo(1));
    }

    [Test]
    public async Task Skipping_the_build_starts_what_is_there()
    {
        var skip = ("INFRA_SKIP_BUILD", "1");
        var none = await StartAsync(["stacks"], skip);
        await StartAsync(["stacks"]);
        Age(_folder.File("repo/Engine/A.cs"), hours: -1);
        var old = await StartAsync(["stacks"], skip);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(none.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), none.ToString());
            Assert.That(none.Error, Does.Contain("without INFRA_SKIP_BUILD=1"));
            Assert.That(old.Out, Is.EqualTo("<stacks>"), old.ToString());
            Assert.That(Builds(), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task It_works_from_anywhere_through_symbolic_links()
    {
        File.CreateSymbolicLink(_folder.File("bin/first"), "../repo/infra");
        File.CreateSymbolicLink(_folder.File("link"), _folder.File("bin/first"));
        var ran = await StartAsync(["use", "dev"], from: _folder.File("link"), folder: Path.GetTempPath());
        Assert.That(ran.Out, Is.EqualTo("<use><dev>"), ran.ToString());
    }

    [Test]
    public async Task Without_a_native_compiler_it_builds_without_and_says_so()
    {
        var ran = await StartAsync(["stacks"], ("PUBLISH_FAILS", "native"));
        Assert.That(ran.Out, Is.EqualTo("<stacks>"), ran.ToString());
        Assert.That(ran.Error, Does.Contain("without native code"));
    }

    [Test]
    public async Task A_failed_build_shows_why_and_is_tried_again()
    {
        var failed = await StartAsync(["stacks"], ("PUBLISH_FAILS", "always"));
        var again = await StartAsync(["stacks"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.ExitCode, Is.EqualTo(ExitCodes.ProgramFailed), failed.ToString());
            Assert.That(failed.Error, Does.Contain("error CS1002").And.Contain("build.log has the whole log"));
            Assert.That(again.Out, Is.EqualTo("<stacks>"), again.ToString());
        }
    }

    [Test]
    public async Task No_SDK_is_a_missing_tool_with_a_sentence_on_what_to_install()
    {
        var none = await StartAsync(["stacks"], ("PATH", "/nowhere"));
        var runtimeOnly = await StartAsync(["stacks"], ("PUBLISH_FAILS", "sdk"));
        foreach (var ran in new[] { none, runtimeOnly })
        {
            Assert.That(ran.ExitCode, Is.EqualTo(ExitCodes.ToolMissing), ran.ToString());
            Assert.That(ran.Error, Does.Contain("the .NET SDK 10 is missing: install it from https://dot.net"));
        }
    }

    [Test]
    public async Task Two_first_starts_at_once_build_once()
    {
        var both = await Task.WhenAll(StartAsync(["a"]), StartAsync(["b"]));
        Assert.That(both.Select(ran => ran.Out), Is.EqualTo(["<a>", "<b>"]), string.Join('\n', both.AsEnumerable()));
        Assert.That(Builds(), Is.EqualTo(1));
    }

    [Test]
    public async Task The_lock_of_a_start_that_was_killed_holds_nobody_up()
    {
        _folder.With("repo/.build/lock/pid", "999999999");
        var ran = await StartAsync(["stacks"]);
        Assert.That(ran.Out, Is.EqualTo("<stacks>"), ran.ToString());
    }

    [Test]
    public async Task Each_source_of_Pulumi_packages_has_a_build_of_its_own()
    {
        await StartAsync(["stacks"]);
        await StartAsync(["stacks"], ("PulumiPackages", "nuget"));
        await StartAsync(["stacks"]);
        Assert.That(Builds(), Is.EqualTo(2));
    }

    private Task<Ran> StartAsync(
        string[] arguments,
        (string Name, string Value)? variable = null,
        string? from = null,
        string? folder = null
    )
    {
        var variables = new Dictionary<string, string?>
        {
            ["PATH"] = $"{_folder.File("bin")}:/usr/bin:/bin",
            ["NOTES"] = _folder.File("notes"),
            ["DOTNET_ROOT"] = "",
            ["PulumiPackages"] = "",
        };
        if (variable is { } set)
            variables[set.Name] = set.Value;
        return Running.Async("/bin/sh", [from ?? _folder.File("repo/infra"), .. arguments], folder ?? _folder.Path, variables);
    }

    private int Builds() =>
        File.ReadAllLines(_folder.File("notes")).Count(line => line.StartsWith("publish ", StringComparison.Ordinal));

    private static void Age(string path, int hours) => File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-hours));
}
