namespace Infra.Compute;

/// <summary>Who brings new versions of a service.</summary>
internal enum Deployer
{
    /// <summary>This program, task by task.</summary>
    Rolling,

    /// <summary>CodeDeploy, all tasks at once behind a second target group; this program makes the first version only.</summary>
    Codedeploy,

    /// <summary>A tool such as ecspresso, task by task; this program makes the first version only.</summary>
    External,
}
