namespace Pulumi.Automation.Exceptions;

/// <summary>The folder of the workspace has a project file already, and it says something else.</summary>
public class ProjectSettingsConflictException : Exception
{
    internal ProjectSettingsConflictException(string settingsFileLocation)
        : base(
            $"{settingsFileLocation}: got a project file that differs from the project settings given, want one of the two; leave out the settings, or change the file"
        ) => SettingsFileLocation = settingsFileLocation;

    /// <summary>The project file.</summary>
    public string SettingsFileLocation { get; }
}
