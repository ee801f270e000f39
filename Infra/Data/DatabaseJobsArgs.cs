using Infra.Compute;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Data;

/// <summary>What <see cref="DatabaseJobs"/> need.</summary>
internal sealed record DatabaseJobsArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The image built from <c>database/Dockerfile</c>. Default: the jobs that run SQL are left out.</summary>
    public string? Image { get; init; }

    /// <summary>The application's own image with its Flyway migrations. Default: the jobs that migrate are left out.</summary>
    public string? MigrationImage { get; init; }

    /// <summary>The host name of the primary.</summary>
    public required Input<string> Host { get; init; }

    /// <summary>The secret of the master user, with <c>username</c> and <c>password</c>.</summary>
    public required Input<string> MasterSecretArn { get; init; }

    /// <summary>The secret of the users that the application and its migrations are.</summary>
    public required Input<string> UsersSecretArn { get; init; }

    /// <summary>The key of the secrets and of the log.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>How long the log is kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>Default: x86-64.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.X86_64;

    /// <summary>Tables with tenants that the audit must find; fewer mean that it looked in the wrong place. Default: 30.</summary>
    public int MinimumTables { get; init; } = 30;

    /// <summary>What this program refuses. Images are checked where the containers are.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (MinimumTables < 1)
            yield return new("minimumTables", MinimumTables, "1 or more", "an audit of nothing finds nothing");
    }
}
