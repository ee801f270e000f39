using Engine.Projects;

namespace Engine.Tests.Projects;

public sealed class ProjectFileTests
{
    [Test]
    public void Every_field_is_read()
    {
        var project = Files.Project(
            """
            runtime: {name: dotnet, options: {binary: bin/Shop.dll, use-executor: true}}
            main: src/Shop
            description: sells things
            author: A
            website: https://w.example
            license: MIT
            stackConfigDir: stacks
            backend: {url: s3://state}
            options: {refresh: always}
            plugins:
              providers: [{name: mine, path: ./bin, version: 1.2.3}]
            packages: {other: example.com/other@1.0.0}
            requiredPulumiVersion: ">=3.5.0"
            template: {displayName: T}
            x-mine: [1]
            """
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Name, Is.EqualTo("shop"));
            Assert.That(project.Runtime.Name, Is.EqualTo("dotnet"));
            Assert.That(project.Runtime.Options["binary"], Is.EqualTo("bin/Shop.dll"));
            Assert.That(project.Runtime.Options["use-executor"], Is.EqualTo("true"));
            Assert.That(project.Main, Is.EqualTo("/p/src/Shop"));
            Assert.That(
                (project.Description, project.Author, project.Website, project.License),
                Is.EqualTo(("sells things", "A", "https://w.example", "MIT"))
            );
            Assert.That(project.StackDirectory, Is.EqualTo("/p/stacks"));
            Assert.That(project.BackendUrl, Is.EqualTo("s3://state"));
            Assert.That(project.AlwaysRefreshes, Is.True);
            Assert.That(project.Plugins, Is.EqualTo([new ProjectPlugin("providers", "mine", "./bin", "1.2.3")]));
            Assert.That(project.Packages, Is.EqualTo(["other"]));
            Assert.That(project.RequiredPulumiVersion, Is.EqualTo(">=3.5.0"));
            Assert.That(project.Other.Select(entry => entry.Key), Is.EqualTo(["template", "x-mine"]));
        }
    }

    [Test]
    public void A_name_is_all_it_needs()
    {
        var project = ProjectFile.Parse("\uFEFFname: shop", "/p/Pulumi.yaml");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Runtime.Name, Is.Empty);
            Assert.That((project.Main, project.StackDirectory), Is.EqualTo(("/p", "/p")));
        }
    }

    [Test]
    public void The_short_runtime_and_json_and_the_old_config_directory_are_read_too()
    {
        var project = ProjectFile.Parse("""{"name": "shop", "runtime": "dotnet", "config": "stacks"}""", "/p/Pulumi.json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Runtime.Name, Is.EqualTo("dotnet"));
            Assert.That(project.StackDirectory, Is.EqualTo("/p/stacks"));
        }
    }

    [TestCase("name: ''", "name: got nothing, want the project's name")]
    [TestCase("runtime: dotnet", "name: got nothing, want the project's name")]
    [TestCase("name: 5", "name (line 1): got 5, want a text; put it in quotes")]
    [TestCase("name: a\nruntime: {name: dotnet, opts: {}}", "runtime.opts (line 2): unknown key; known: name, options")]
    [TestCase("name: a\nruntime: [x]", "runtime (line 2): got a list of 1, want a name, or a map with name and options")]
    [TestCase("name: a\noptions: {refresh: never}", "options.refresh (line 2): got \"never\", want always")]
    [TestCase("name: a\nconfig: x\nstackConfigDir: y", "config (line 2): got a directory, want it said once")]
    [TestCase(
        "name: a\nplugins: {providers: [{name: x}]}",
        "plugins.providers[0] (line 2): got a plugin without them, want a name and a path"
    )]
    [TestCase("", "the file: got nothing, want at least a name")]
    [TestCase("- a", "the file: got no map, want at least a name")]
    [TestCase("name: a\nname: b", "line 2: name is there twice, first in line 1; keep one")]
    public void What_no_project_can_say_is_refused(string text, string problem) =>
        Assert.That(Files.Problems(() => ProjectFile.Parse(text, "/p/Pulumi.yaml")), Has.Some.StartsWith(problem));

    [Test]
    public void A_syntax_error_names_its_line_and_column()
    {
        var problems = Files.Problems(() => ProjectFile.Parse("name: shop\nruntime: {name: dotnet\nmain: x", "/p/Pulumi.yaml"));

        Assert.That(problems.Single(), Does.Match("^line [23], column [0-9]+: .+[^.]$"));
    }

    [Test]
    public void All_problems_come_at_once()
    {
        var problems = Files.Problems(() => ProjectFile.Parse("name: [a]\nmain: 3\nbackend: x", "/p/Pulumi.yaml"));

        Assert.That(problems, Has.Length.EqualTo(3));
    }

    [Test]
    public void It_is_looked_for_upwards()
    {
        var root = Directory.CreateTempSubdirectory();
        try
        {
            var below = root.CreateSubdirectory("a/b");
            File.WriteAllText(Path.Combine(root.FullName, "Pulumi.yml"), "name: shop");
            File.WriteAllText(Path.Combine(root.FullName, "Pulumi.dev.yml"), "");
            File.WriteAllText(Path.Combine(root.FullName, "Pulumi.org-prod.yml"), "");
            File.WriteAllText(Path.Combine(root.FullName, "Pulumi.other.yaml"), "");

            var project = ProjectFile.Load(ProjectFile.Find(below.FullName));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(project.FileName, Is.EqualTo("Pulumi.yml"));
                Assert.That(Stacks.List(project), Is.EqualTo(["dev", "org-prod"]));
                Assert.That(Stacks.FilePath(project, "org/prod"), Is.EqualTo(Path.Combine(root.FullName, "Pulumi.org-prod.yml")));
                Assert.That(() => Stacks.Require(project, "dev"), Throws.Nothing);
                Assert.That(Files.Problems(() => Require(project, "dve")).Single(), Does.EndWith("did you mean dev?"));
                Assert.That(
                    Files.Problems(() => Require(project, "a b")).Single(),
                    Does.StartWith("got a b, want 1 to 100 letters")
                );
            }
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    private static string Require(ProjectFile project, string stack)
    {
        Stacks.Require(project, stack);
        return stack;
    }
}
