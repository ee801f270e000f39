using Infra.Serverless;

namespace Infra.Tests.Serverless;

/// <summary>Changes where the whole process is, so it runs alone.</summary>
[NonParallelizable]
public sealed class ProjectFolderTests
{
    private string _before = "";

    [SetUp]
    public void Remember() => _before = Environment.CurrentDirectory;

    [TearDown]
    public void GoBack() => Environment.CurrentDirectory = _before;

    [TestCase("", ".", "artifacts/api.zip")]
    [TestCase("Infra", "..", "../artifacts/api.zip")]
    [TestCase("Infra.Tests/Stacks", ".", "artifacts/api.zip")]
    public void Code_is_found_from_the_project_wherever_Pulumi_starts_the_program(string start, string folder, string code)
    {
        Environment.CurrentDirectory = Repository.PathOf(start);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ProjectFolder.FromHere, Is.EqualTo(folder));
            Assert.That(new LambdaArtifact().Place("artifacts/api.zip"), Is.EqualTo(code));
        }
    }
}
