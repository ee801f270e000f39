using System.Security.Cryptography;
using Infra.Serverless;
using Pulumi;

namespace Infra.Tests.Serverless;

public sealed class LambdaArtifactTests
{
    private const string Function = "aws:lambda/function:Function";

    private string _folder = "";

    [SetUp]
    public void Prepare() => _folder = Directory.CreateTempSubdirectory("artifact-").FullName;

    [TearDown]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_zip_file_is_handed_over_with_its_hash()
    {
        File.WriteAllBytes(Path.Combine(_folder, "api.zip"), [1, 2, 3]);

        var inputs = (await RunAsync(new() { Path = "api.zip", Directory = _folder })).One(Function).Inputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs["code"], Is.TypeOf<FileArchive>());
            Assert.That(inputs["sourceCodeHash"], Is.EqualTo(Convert.ToBase64String(SHA256.HashData([1, 2, 3]))));
            Assert.That(inputs, Does.Not.ContainKey("s3Bucket"));
        }
    }

    [Test]
    public void A_folder_has_the_hash_of_its_names_and_contents()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "lib"));
        File.WriteAllText(Path.Combine(_folder, "index.js"), "a");
        File.WriteAllText(Path.Combine(_folder, "lib", "b.js"), "b");
        var first = LambdaCode.HashOf(_folder);

        File.SetLastWriteTimeUtc(Path.Combine(_folder, "index.js"), new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var touched = LambdaCode.HashOf(_folder);
        File.Move(Path.Combine(_folder, "index.js"), Path.Combine(_folder, "main.js"));
        var renamed = LambdaCode.HashOf(_folder);
        File.WriteAllText(Path.Combine(_folder, "lib", "b.js"), "c");
        var changed = LambdaCode.HashOf(_folder);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(touched, Is.EqualTo(first));
            Assert.That(new[] { first, renamed, changed }, Is.Unique.And.None.Null);
        }
    }

    [Test]
    public void A_deployment_of_what_is_not_built_is_refused_and_says_how_to_build_it() =>
        Assert.That(
            Only(
                new()
                {
                    Path = "api/dist",
                    BuildCommand = "npm run build",
                    CodeHash = FunctionCase.SomeHash,
                },
                isPreview: false
            ),
            Is.EqualTo("path: got api/dist, which is not there, want a zip file or folder; build it first: npm run build")
        );

    [Test]
    public void A_preview_needs_the_file_or_its_hash() =>
        Assert.That(
            Only(new() { Path = "api/dist" }, isPreview: true),
            Is.EqualTo("path: got api/dist, which is not there, want a zip file or folder, or codeHash; build it first")
        );

    [Test]
    public void An_empty_folder_is_no_code()
    {
        Assert.That(LambdaCode.HashOf(_folder), Is.Null);
        Assert.That(Only(new() { Path = _folder }, isPreview: false), Does.Contain("which is not there"));
    }

    [Test]
    public async Task A_preview_takes_a_declared_hash_for_what_is_not_built()
    {
        var args = FunctionCase.Args() with
        {
            Artifact = new() { Path = "api/dist", CodeHash = FunctionCase.SomeHash },
            IsPreview = true,
        };

        var inputs = (await FunctionCase.RunAsync(args)).One(Function).Inputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs["sourceCodeHash"], Is.EqualTo(FunctionCase.SomeHash));
            Assert.That(inputs["code"], Is.TypeOf<AssetArchive>());
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Another_build_than_declared_is_refused(bool isPreview)
    {
        File.WriteAllText(Path.Combine(_folder, "api.zip"), "other");
        var path = Path.Combine(_folder, "api.zip");

        Assert.That(
            Only(new() { Path = path, CodeHash = FunctionCase.SomeHash }, isPreview),
            Is.EqualTo(
                $"codeHash: got {FunctionCase.SomeHash}, want {LambdaCode.HashOf(path)}, which {path} has; it is another build: build again, or "
                    + "declare it"
            )
        );
    }

    [Test]
    public void The_declared_build_is_fine()
    {
        var path = Path.Combine(_folder, "api.zip");
        File.WriteAllText(path, "this");

        Assert.That(new LambdaArtifact { Path = path, CodeHash = LambdaCode.HashOf(path) }.Problems(isPreview: false), Is.Empty);
    }

    [Test]
    public void Code_is_in_one_place() =>
        Assert.That(
            new[]
            {
                new LambdaArtifact().Validate().Single().ToString(),
                new LambdaArtifact
                {
                    Path = "a.zip",
                    Bucket = "b",
                    Key = "k",
                }
                    .Validate()
                    .Single()
                    .ToString(),
                new LambdaArtifact { Bucket = "b" }
                    .Validate()
                    .Single()
                    .ToString(),
                new LambdaArtifact { Bucket = "b", Key = "k" }
                    .Validate()
                    .Single()
                    .ToString(),
                new LambdaArtifact { Path = "a.zip", CodeHash = "abc" }
                    .Validate()
                    .Single()
                    .ToString(),
            },
            Is.EqualTo(
                new[]
                {
                    "path: got nothing, want a path in the project, or bucket and key; say where the code is",
                    "path: got a path and a bucket, want a path in the project, or bucket and key; say where the code is",
                    "key: got nothing, want the object in the bucket; say where the code is",
                    "version: got nothing, want a version, or codeHash; else nobody would notice that the object is another",
                    "codeHash: got abc, want SHA-256 in base64, 44 characters; openssl dgst -sha256 -binary <file> | base64 prints it",
                }
            )
        );

    private static string Only(LambdaArtifact artifact, bool isPreview) => artifact.Problems(isPreview).Single().ToString();

    private static Task<Sandbox> RunAsync(LambdaArtifact artifact) =>
        FunctionCase.RunAsync(FunctionCase.Args() with { Artifact = artifact });
}
