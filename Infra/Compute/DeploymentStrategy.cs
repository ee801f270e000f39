namespace Infra.Compute;

/// <summary>How a new version takes the place of the old one.</summary>
internal enum DeploymentStrategy
{
    /// <summary>Task by task behind one target group.</summary>
    Rolling,

    /// <summary>All at once behind a second target group, and back at once when an alarm says so.</summary>
    BlueGreen,
}
