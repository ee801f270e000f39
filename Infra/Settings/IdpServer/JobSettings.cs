namespace Infra.Settings.IdpServer;

/// <summary>Settings of the jobs that prepare and check the database.</summary>
internal sealed record JobSettings
{
    [Setting(
        "The image built from database/Dockerfile: a digest or a tag in the stack's own repository, or a whole reference. Without it the "
            + "jobs bootstrap, schedule and verify are not made.",
        Form = "sha256:… , a tag, or registry/repository:tag"
    )]
    public string? Image { get; init; }

    [Setting(
        "The application's image with its Flyway migrations, written in the same way. Without it the jobs migrate and info are not made.",
        Form = "sha256:… , a tag, or registry/repository:tag"
    )]
    public string? MigrationImage { get; init; }

    [Setting("Tables with tenants that the audit must find; fewer are a finding of their own.", Min = 1, Max = 10_000)]
    public int MinimumTables { get; init; } = 30;
}
