using System.Collections.Immutable;
using Infra.Compute;
using Infra.Settings.Compute;

namespace Infra.Systems;

/// <summary>
/// The services of neuraknot. Everything about one follows from its row: repository, log, settings, routes, names, security rules. A further
/// service is a further row.
/// </summary>
internal static class NeuraknotServices
{
    /// <summary>What people see.</summary>
    public const string Frontend = "nextjs-frontend";

    private const string Backend = "backend-go";
    private const string Ai = "python-ai";

    /// <summary>All of them: the table of the source, with its sizes.</summary>
    public static readonly ServiceTable All = new(
        new ServiceRow(Backend, Port: 8080, new(256, 512))
        {
            Route = ServiceRoute.ToPaths(100, "/api/*"),
            Given = [ServiceGrant.Database, ServiceGrant.Secrets, ServiceGrant.Users, ServiceGrant.UserRights],
            Calls = Called((Ai, "AI_URL")),
        },
        new ServiceRow(Ai, Port: 8000, new(512, 1024)),
        new ServiceRow(Frontend, Port: 3000, new(256, 512))
        {
            HealthPath = "/",
            WritableDirectories = ["/tmp", "/app/.next/cache"], // where Next.js keeps pages and pictures that it has made
            Route = ServiceRoute.Rest,
            ShortRole = "frontend", // with its whole name the target group would have 33 characters, one too many
            Given = [ServiceGrant.Users],
        }
    );

    /// <summary>The services of a stack.</summary>
    /// <param name="known">All that there are.</param>
    /// <param name="hasFrontend">Whether the frontend runs here. Elsewhere, the API gets every request.</param>
    public static ServiceTable Of(ServiceTable known, bool hasFrontend) =>
        hasFrontend
            ? known
            : new([
                .. known
                    .Rows.Where(row => row.Name != Frontend)
                    .Select(row => row.Name == Backend ? row with { Route = ServiceRoute.Rest } : row),
            ]);

    /// <summary>The settings of each, as an environment has them.</summary>
    /// <param name="tasks">How many tasks there are at the least.</param>
    /// <param name="logRetentionDays">How long logs are kept.</param>
    public static ImmutableSortedDictionary<string, ContainerServiceSettings> Settings(int tasks, int logRetentionDays) =>
        ContainerServiceSettings
            .Defaults(All)
            .ToImmutableSortedDictionary(
                service => service.Key,
                service =>
                    service.Value with
                    {
                        Scaling = new() { MinTasks = tasks, MaxTasks = tasks * 2 },
                        LogRetentionDays = logRetentionDays,
                    },
                StringComparer.Ordinal
            );

    private static ImmutableSortedDictionary<string, string> Called(params (string Service, string Variable)[] calls) =>
        calls.ToImmutableSortedDictionary(call => call.Service, call => call.Variable, StringComparer.Ordinal);
}
