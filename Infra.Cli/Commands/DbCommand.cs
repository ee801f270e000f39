using System.CommandLine;
using Infra.Cli.Output;

namespace Infra.Cli.Commands;

/// <summary><c>infra db</c>: jobs on the database of a stack, and a way to it. Alone it shows what there is.</summary>
internal sealed class DbCommand : Command
{
    /// <summary>Describes the commands.</summary>
    public DbCommand(Screen screen)
        : base(
            "db",
            "Runs a database job of a deployed stack as a one-off task in AWS and follows its log, or opens a tunnel. Needs the aws CLI and, unless --outputs is given, pulumi."
        )
    {
        Add(new DbJobCommand("bootstrap", "Roles, extensions, rights, passwords; again to change passwords.", screen));
        Add(new DbJobCommand("migrate", "The migrations of the application, as the owner of the schema.", screen));
        Add(new DbJobCommand("info", "Which migrations have been run.", screen));
        Add(
            new DbJobCommand("schedule", "Nightly jobs, and the isolation of what migrations made; after every migrate.", screen)
        );
        Add(new DbJobCommand("verify", "The audit of tenant isolation; exit code 1 when it finds something.", screen));
        Add(new TunnelCommand(screen));
        SetAction(parsed => new HelpText(screen.Out).Invoke(parsed));
    }
}
