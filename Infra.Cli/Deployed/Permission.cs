namespace Infra.Cli.Deployed;

/// <summary>The permission that a call needs, as policies write it.</summary>
internal static class Permission
{
    // The command line calls one service otherwise than policies do.
    private static string Prefix(string service) => service == "deploy" ? "codedeploy" : service;

    /// <summary><c>rds describe-db-instances</c> is <c>rds:DescribeDBInstances</c>.</summary>
    public static string Of(string service, string operation) =>
        $"{Prefix(service)}:{string.Concat(operation.Split('-').Select(Word))}";

    private static string Word(string word) => word == "db" ? "DB" : char.ToUpperInvariant(word[0]) + word[1..];
}
