using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Engine;
using Infra.Cli.Operations.Tunnel;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of <c>infra db tunnel</c>.</summary>
internal sealed class TunnelArguments
{
    private readonly StackArguments _stack;

    private readonly Option<string> _to = new("--to")
    {
        Description =
            $"Where it leads: {string.Join(", ", TunnelEnds.Words)}, or the identifier of an RDS instance. Default: database",
        HelpName = "NAME",
        DefaultValueFactory = _ => TunnelEnds.Words[0],
    };

    private readonly Option<string?> _port = new("--port")
    {
        Description = "The port on this machine. Default: the one at the other end, such as 5432",
        HelpName = "PORT",
    };

    private readonly Option<string?> _instance = new("--instance")
    {
        Description = "An instance that SSM manages, to go through. Default: a running task with ECS Exec",
        HelpName = "ID",
    };

    private readonly Option<bool> _yes = new("--yes")
    {
        Description = "Goes ahead in production without asking for the stack's name",
    };
    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Looks everything up and shows the call that would open it",
    };

    /// <summary>Adds them to a command.</summary>
    public TunnelArguments(Command command)
    {
        foreach (var option in (Option<string>[])[_to!, _instance!])
            option.Validators.Add(result =>
            {
                foreach (var text in result.Tokens.Select(token => token.Value))
                    if (!text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') || text.StartsWith('-'))
                        result.AddError($"{option.Name}: got {text}, want a name of letters, digits and hyphens");
            });
        _stack = new StackArguments(command);
        foreach (var option in (Option[])[_to, _port, _instance, _yes, _dryRun])
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => _stack.Target(arguments);

    /// <summary>Where it leads.</summary>
    public string To(ParseResult arguments) => arguments.GetRequiredValue(_to);

    /// <summary>The instance to go through. Default: none, a task.</summary>
    public string? Instance(ParseResult arguments) => arguments.GetValue(_instance);

    /// <summary>Whether nobody needs to be asked.</summary>
    public bool Yes(ParseResult arguments) => arguments.GetValue(_yes);

    /// <summary>Whether the call is only shown.</summary>
    public bool DryRun(ParseResult arguments) => arguments.GetValue(_dryRun);

    /// <summary>The port on this machine. Default: none was named.</summary>
    /// <exception cref="InputException">It is none, or somebody listens there.</exception>
    public int? Port(ParseResult arguments)
    {
        if (arguments.GetValue(_port) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new InputException("--port", [$"got {text}, want a port, 1 to 65535"]);
    }

    /// <summary>Refuses a port of this machine that cannot be listened on.</summary>
    /// <exception cref="InputException">Somebody else has it, or only root may.</exception>
    public static void RequireFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
        }
        catch (SocketException problem)
        {
            throw new InputException(
                "--port",
                [$"got {port}, want a port that is free here, such as {port % 10_000 + 50_000}; {problem.Message}"]
            );
        }
    }
}
