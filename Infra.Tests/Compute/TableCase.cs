using System.Collections.Immutable;
using Infra.Compute;
using Infra.Settings;

namespace Infra.Tests.Compute;

/// <summary>Three services as neuraknot has them; each test changes one thing.</summary>
internal static class TableCase
{
    public static readonly StackContext Dev = new()
    {
        System = "neuraknot",
        Environment = StackEnvironment.Dev,
        Stack = "neuraknot-dev",
        Region = "ap-northeast-1",
        AccountId = "111111111111",
        MarksProduction = true,
        Brand = "neuraKnot",
    };

    public static readonly StackContext Prod = Dev with { Environment = StackEnvironment.Prod, Stack = "neuraknot-prod" };

    public static readonly ServiceRow Backend = new("backend-go", 8080, new(256, 512))
    {
        Route = ServiceRoute.ToPaths(100, "/api/*"),
        Given = [ServiceGrant.Database, ServiceGrant.Secrets, ServiceGrant.Users],
        Calls = new Dictionary<string, string> { ["python-ai"] = "AI_URL" }.ToSorted(),
    };

    public static readonly ServiceRow Ai = new("python-ai", 8000, new(512, 1024));

    public static readonly ServiceRow Frontend = new("nextjs-frontend", 3000, new(256, 512))
    {
        HealthPath = "/",
        ShortRole = "frontend",
        Route = ServiceRoute.Rest,
        WritableDirectories = ["/tmp", "/app/.next/cache"],
    };

    public static readonly ServiceTable Table = new(Backend, Ai, Frontend);

    public static ImmutableSortedDictionary<string, T> ToSorted<T>(this IReadOnlyDictionary<string, T> pairs) =>
        ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, pairs);
}
