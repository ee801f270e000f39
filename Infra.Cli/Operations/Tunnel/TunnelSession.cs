using Infra.Cli.Deployed;
using Infra.Cli.Operations.Calls;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Operations.Tunnel;

/// <summary>Keeps a session of SSM open until somebody has had enough.</summary>
/// <param name="stack">The stack.</param>
/// <param name="terminal">Where the words of the session go.</param>
internal sealed class TunnelSession(OperatedStack stack, Terminal terminal)
{
    private const string Started = "SessionId: ";

    private static readonly Tool Aws = new("aws", "install AWS CLI version 2");

    private static readonly Tool Plugin = new(
        "session-manager-plugin",
        "the aws CLI needs it for sessions; install it: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html"
    );

    private string? _session;

    /// <summary>Refuses to begin without what the <c>aws</c> CLI needs for sessions.</summary>
    /// <exception cref="CommandException">With exit code 5.</exception>
    public Task RequirePluginAsync(CancellationToken cancellationToken) =>
        Plugin.RequireAsync("--version", stack.Target.Project.Directory, cancellationToken);

    /// <summary>Opens it and waits for its end: Ctrl-C, or 20 minutes without traffic.</summary>
    /// <exception cref="CommandException">It could not be opened, or broke.</exception>
    public async Task RunAsync(string[] call, CancellationToken cancellationToken)
    {
        try
        {
            var ran = await Aws.FollowAsync(
                [.. call, "--region", stack.Region],
                stack.Target.Project.Directory,
                Show,
                cancellationToken
            );
            if (ran.ExitCode != 0)
                throw Broken(ran, call);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await EndAsync();
        }
    }

    private void Show(string line)
    {
        if (line.IndexOf(Started, StringComparison.Ordinal) is var at and >= 0)
            _session = line[(at + Started.Length)..].Trim();
        if (line.Length == 0)
            return;
        terminal.WriteLine(line, Style.Faint);
        terminal.Flush();
    }

    // A session whose plugin was ended by force goes on in AWS.
    private async Task EndAsync()
    {
        if (_session is null)
            return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2.5));
        try
        {
            await stack.Aws.AskAsync(SessionCalls.End(_session), patience.Token);
        }
        catch (OperationCanceledException)
        {
            terminal.WriteLine($"session {_session} may still be open; it ends by itself after 20 minutes without traffic");
        }
    }

    private static CommandException Broken(ToolAnswer ran, string[] call)
    {
        var failure = AwsCli.Failure(ran, call);
        return ran.Error.Contains("TargetNotConnected", StringComparison.Ordinal)
            ? new(
                failure.ExitCode,
                $"{failure.Message}; its agent does not reach SSM: role, route and endpoint of ssmmessages, or an id of another region"
            )
            : failure;
    }
}
