namespace Pulumi.Automation;

/// <summary>A stack of a program that is in a folder.</summary>
public class LocalProgramArgs : LocalWorkspaceOptions
{
    /// <summary>A stack of the program in a folder.</summary>
    /// <param name="stackName">The stack, with its organization or without.</param>
    /// <param name="workDir">The folder of the project file.</param>
    public LocalProgramArgs(string stackName, string workDir) => (StackName, WorkDir) = (stackName, workDir);

    /// <summary>The stack, with its organization or without.</summary>
    public string StackName { get; }
}
