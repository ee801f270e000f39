namespace Pulumi.Automation;

/// <summary>A stack of a program that is a function of this process.</summary>
public class InlineProgramArgs : LocalWorkspaceOptions
{
    /// <summary>A stack of a function. Its project is one of .NET without more; what it needs besides is set afterwards.</summary>
    /// <param name="projectName">Name of the project.</param>
    /// <param name="stackName">The stack, with its organization or without.</param>
    /// <param name="program">The function.</param>
    public InlineProgramArgs(string projectName, string stackName, PulumiFn program)
    {
        StackName = stackName;
        ProjectSettings = ProjectSettings.Default(projectName);
        Program = program;
    }

    /// <summary>The stack, with its organization or without.</summary>
    public string StackName { get; }
}
