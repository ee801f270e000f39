using System.Collections.Immutable;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Restore;

/// <summary>What people do when the new one is there: look, switch over, remove. Each step can be gone back on, so none is gone for them.</summary>
internal static class RestoreSteps
{
    /// <summary>After a database.</summary>
    public static ImmutableArray<RestoreStep> OfDatabase(OperatedStack stack, string source, string target)
    {
        var lost = $"{source}-lost";
        var proxies = stack.Parts.DatabaseProxies;
        var secrets = string.Join(" or ", stack.Parts.DatabaseSecrets);
        return
        [
            new(
                $"look whether the data is there; the password is that of the moment, in an earlier version of {secrets} where it was changed since",
                [$"infra db tunnel {stack.Name} --to {target}"]
            ),
            new(
                "switch over by name, when nobody writes; wait for each name before the next",
                [
                    .. proxies.Select(proxy => Aws(DatabaseCalls.LeaveProxy(proxy, source))),
                    Aws(DatabaseCalls.Rename(source, lost)),
                    Aws(DatabaseCalls.Rename(target, source)),
                    Aws(DatabaseCalls.Wait(source)),
                    .. proxies.Select(proxy => Aws(DatabaseCalls.JoinProxy(proxy, source))),
                ]
            ),
            new(
                "tell the state which instance has the name now, before anything is deployed: docs/runbooks/restore.md#take-its-place",
                []
            ),
            new(
                "verify what serves",
                [stack.System == "idp-server" ? $"infra db verify {stack.Name}" : $"infra logs {stack.Name} --since 15m --errors"]
            ),
            new(
                $"remove the old one when nobody needs it any more, with a last snapshot",
                [
                    Aws([
                        "rds",
                        "modify-db-instance",
                        "--db-instance-identifier",
                        lost,
                        "--no-deletion-protection",
                        "--apply-immediately",
                    ]),
                    Aws([
                        "rds",
                        "delete-db-instance",
                        "--db-instance-identifier",
                        lost,
                        "--final-db-snapshot-identifier",
                        $"{lost}-final",
                    ]),
                ]
            ),
        ];

        string Aws(string[] call) => stack.Text(call);
    }

    /// <summary>After a table.</summary>
    public static ImmutableArray<RestoreStep> OfTable(OperatedStack stack, string source, string target)
    {
        return
        [
            new(
                "what a restore does not bring: backups, protection",
                [Aws(TableCalls.KeepBackups(target)), Aws(TableCalls.Protect(target))]
            ),
            new(
                "look whether the data is there",
                [Aws(["dynamodb", "scan", "--table-name", target, "--max-items", "5", "--select", "ALL_ATTRIBUTES"])]
            ),
            new(
                $"switch over: a table keeps its name, so copy what is missing into {source}, or deploy with the new name; docs/runbooks/table.md#restore",
                []
            ),
            new("verify what serves", [$"infra logs {stack.Name} --since 15m --errors"]),
            new($"remove {target} when nobody needs it any more", [Aws(["dynamodb", "delete-table", "--table-name", target])]),
        ];

        string Aws(string[] call) => stack.Text(call);
    }
}
