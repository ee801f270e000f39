using System.CommandLine;
using Engine;
using Infra.Cli.Operations.Parts;
using Infra.Cli.Stacks;

namespace Infra.Cli.Commands;

/// <summary>The arguments of <c>infra rollback</c>.</summary>
internal sealed class RollbackArguments
{
    private readonly StackArguments _stack;

    private readonly Option<string?> _service = new("--service")
    {
        Description = "The service, function or site. Default: the only one",
        HelpName = "NAME",
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description =
            "A revision of the task definition, a version of the function, or a commit of the site. Default: the one that served before",
        HelpName = "REVISION",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Goes ahead without asking for the stack's name" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows what would be done and does nothing" };
    private readonly Option<bool> _json = StackArguments.JsonOption("What was found and done as JSON");
    private readonly IntervalOption _interval = new("the deployment", 5);

    /// <summary>Adds them to a command.</summary>
    public RollbackArguments(Command command)
    {
        _stack = new StackArguments(command);
        foreach (var option in (Option[])[_service, _to, _yes, _dryRun, _interval.Option, _json])
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) => _stack.Target(arguments);

    /// <summary>The revision. Default: none was named.</summary>
    public string? To(ParseResult arguments) => arguments.GetValue(_to);

    /// <summary>Whether nobody needs to be asked.</summary>
    public bool Yes(ParseResult arguments) => arguments.GetValue(_yes);

    /// <summary>Whether it is only shown.</summary>
    public bool DryRun(ParseResult arguments) => arguments.GetValue(_dryRun);

    /// <summary>Whether a document is wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    /// <summary>The time between two looks.</summary>
    public TimeSpan Interval(ParseResult arguments) => _interval.Of(arguments);

    /// <summary>What is meant: a service, a function, or a branch of a site.</summary>
    /// <exception cref="InputException">Nothing has that name, or there are several to choose from.</exception>
    public (ServicePart? Service, FunctionPart? Function, SitePart? Site) Part(ParseResult arguments, StackParts parts)
    {
        var keys = parts
            .Services.Select(service => service.Key)
            .Concat(parts.Functions.Select(function => function.Key))
            .Concat(parts.Sites.Select(site => site.Key))
            .ToList();
        var name = arguments.GetValue(_service) ?? (keys is [var only] ? only : null);
        if (name is null || !keys.Contains(name))
            throw new InputException(
                "--service",
                [
                    $"got {name ?? "nothing"}, want {(keys.Count == 0 ? "nothing: the stack has neither service, function nor site" : $"one of {string.Join(", ", keys)}")}",
                ]
            );
        return (
            parts.Services.FirstOrDefault(service => service.Key == name),
            parts.Functions.FirstOrDefault(function => function.Key == name),
            parts.Sites.FirstOrDefault(site => site.Key == name)
        );
    }
}
