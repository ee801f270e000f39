using System.Runtime.CompilerServices;
using Generator.Tests.Support;

namespace Generator.Tests;

/// <summary>
/// The whole generated text of one representative of each kind. After a wanted change: <c>ACCEPT_GOLDENS=1 dotnet test
/// Generator.Tests</c>, and read the difference before committing it.
/// </summary>
public sealed class GoldenTests
{
    [TestCase("plain", "aws", "aws:ec2/internetGateway:InternetGateway")]
    [TestCase("nested-types-and-alias", "aws", "aws:s3/bucketVersioning:BucketVersioning")]
    [TestCase("enum-and-union", "aws", "aws:route53/record:Record")]
    [TestCase("enum-in-output", "aws", "aws:rds/clusterInstance:ClusterInstance")]
    [TestCase("union-with-resource", "aws", "aws:iam/rolePolicyAttachment:RolePolicyAttachment")]
    [TestCase("secret-list", "aws", "aws:elasticache/user:User")]
    [TestCase("secret-scalar", "random", "random:index/randomPassword:RandomPassword")]
    [TestCase("renamed-member", "aws", "aws:iam/policy:Policy")]
    [TestCase("deprecated-resource", "aws", "aws:s3/bucketLoggingV2:BucketLoggingV2")]
    [TestCase("archive", "aws", "aws:lambda/layerVersion:LayerVersion")]
    [TestCase("function-with-types", "aws", "aws:ec2/getPrefixList:getPrefixList")]
    [TestCase("function-with-required-input", "aws", "aws:ecr/getImage:getImage")]
    [TestCase("component", "awsx", "awsx:ecr:Image")]
    [TestCase("component-with-plain-args", "awsx", "awsx:ec2:Vpc")]
    public void Generated_code_is_as_recorded(string golden, string package, params string[] tokens)
    {
        var files = new List<SchemaText> { SchemaText.Real(package), SchemaText.Tokens(tokens) };
        if (package == "awsx")
            files.Add(SchemaText.Real("aws", "dependency"));

        var run = Generation.Of([.. files]);

        // What the package shares and its provider have a golden of their own.
        Verify(
            golden,
            run,
            file =>
                !file.Contains("Provider", StringComparison.Ordinal)
                && !file.EndsWith(".Utilities.g.cs", StringComparison.Ordinal)
        );
        if (package != "awsx")
            Assert.That(run.CompilerProblems, Is.Empty);
    }

    [Test]
    public void The_provider_and_what_a_package_shares_are_as_recorded() =>
        Verify(
            "provider",
            Generation.Of(SchemaText.Real("aws"), SchemaText.Tokens()),
            file => file is "Pulumi.Aws.Provider.g.cs" or "Pulumi.Aws.Utilities.g.cs"
        );

    [Test]
    public void Every_form_the_schema_format_has_is_generated_as_recorded_and_compiles()
    {
        var run = Generation.Of(SchemaText.Package(File.ReadAllText(Path.Combine(Folder(), "forms.schema.json"))));

        Verify("forms", run, _ => true);
        Assert.That(run.CompilerProblems, Is.Empty);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Goldens");

    private static void Verify(string golden, Generation run, Func<string, bool> isShown)
    {
        Assert.That(run.Problems, Is.Empty);
        var path = Path.Combine(Folder(), golden + ".verified.cs.txt");
        var shown = run
            .Result.GeneratedSources.Where(s => isShown(s.HintName))
            .Select(s => $"//// {s.HintName}\n{s.SourceText}\n");
        var actual = string.Concat(shown);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
            File.WriteAllText(path, actual);
        Assert.That(actual, Is.EqualTo(File.Exists(path) ? File.ReadAllText(path) : ""), path);
    }
}
