using Infra.Settings;

namespace Infra.Tests;

/// <summary>Stacks to build components in.</summary>
internal static class TestStacks
{
    /// <summary>Production.</summary>
    public static readonly StackContext Prod = new()
    {
        System = "idp-server",
        Environment = StackEnvironment.Prod,
        Stack = "prod",
        Region = "ap-northeast-1",
        AccountId = "111111111111",
    };

    /// <summary>A stack whose names carry its own.</summary>
    public static readonly StackContext Dev = Prod with { Environment = StackEnvironment.Dev, Stack = "dev" };
}
