using Infra.Data;

namespace Infra.Tests.Data;

/// <summary>A sound table that each test changes.</summary>
internal static class TableCase
{
    public static DocumentTableArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "tasks",
            KeyArn = "arn:key",
        };

    public static Task<Sandbox> RunAsync(DocumentTableArgs args) => Sandbox.RunAsync(() => _ = new DocumentTable("idp", args));
}
