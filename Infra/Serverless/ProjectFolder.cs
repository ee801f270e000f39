namespace Infra.Serverless;

/// <summary>Finds the folder of the project, in which Pulumi.yaml is.</summary>
internal static class ProjectFolder
{
    private const string Project = "Pulumi.yaml";

    /// <summary>
    /// The folder from where the program runs. Pulumi starts a program in the folder that <c>main</c> of Pulumi.yaml names, below the project's;
    /// a relative answer, because what is in the state must not differ between machines.
    /// </summary>
    public static string FromHere => !File.Exists(Project) && File.Exists(Path.Combine("..", Project)) ? ".." : ".";
}
