namespace Database.Tests.Server;

/// <summary>A copy of the application's database for one test to spoil.</summary>
internal sealed class Scratch : IAsyncDisposable
{
    private Scratch(Deployment deployment, string name) => (Deployment, Name) = (deployment, name);

    public Deployment Deployment { get; }

    public string Name { get; }

    public static async Task<Scratch> CopyAsync()
    {
        var deployment = await Deployment.SharedAsync();
        var scratch = new Scratch(deployment, $"scratch_{Guid.NewGuid():N}"[..20]);
        var copy = $"CREATE DATABASE {scratch.Name} TEMPLATE {Deployment.Database} OWNER {Deployment.Master}";
        await deployment.ExecuteAsync("postgres", copy, "postgres");
        return scratch;
    }

    public Task ExecuteAsync(string role, string statements) => Deployment.ExecuteAsync(role, statements, Name);

    public Task<Ran> JobAsync(string job, params (string Name, string? Value)[] changes) =>
        Deployment.JobAsync(job, [("DB_NAME", Name), .. changes]);

    public async ValueTask DisposeAsync() =>
        await Deployment.ExecuteAsync("postgres", $"DROP DATABASE {Name} WITH (FORCE)", "postgres");
}
