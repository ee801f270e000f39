using Infra.Cli.Operations.Calls;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Halt;

/// <summary>How an instance of RDS is.</summary>
internal static class DatabaseState
{
    /// <summary>Its status in the words of RDS: available, stopped, starting … Default: there is no such instance.</summary>
    public static async Task<string?> ReadAsync(OperatedStack stack, string identifier, CancellationToken cancellationToken)
    {
        var call = DatabaseCalls.Describe(identifier);
        var ran = await stack.Aws.AskAsync(call, cancellationToken);
        if (ran.ExitCode != 0 && ran.Error.Contains("DBInstanceNotFound", StringComparison.Ordinal))
            return null;
        return Deployed
            .AwsCli.Document(ran, call)
            .Items("DBInstances")
            .Select(instance => instance.Text("DBInstanceStatus"))
            .FirstOrDefault();
    }
}
