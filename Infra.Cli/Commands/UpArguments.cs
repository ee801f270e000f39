using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Deploying;

namespace Infra.Cli.Commands;

/// <summary>The options of <c>infra up</c>.</summary>
internal sealed class UpArguments
{
    private readonly Option<bool> _yes = YesOption();

    private readonly Option<string?> _plan = new("--plan")
    {
        Description =
            "The plan that was reviewed, a file of infra preview --save: refuses to do anything else. Default: what is shown is what is done",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _replace = new("--approve-replace")
    {
        Description = "A resource whose data may be destroyed, by name; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _broadening = new("--approve-broadening")
    {
        Description = "A resource that may allow somebody more than before, by name; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _refresh = new("--refresh")
    {
        Description = "Asks AWS first what every resource is like now. Default: the state is believed",
    };

    private readonly Option<string?> _message = new("--message")
    {
        Description = "Why, for the history of the stack. Default: the commit that is deployed",
        HelpName = "TEXT",
    };

    private readonly Option<int?> _parallel = new("--parallel")
    {
        Description = "How many resources are worked on at once. Default: Pulumi's own number",
        HelpName = "NUMBER",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("What was done and the outputs as JSON, secrets masked");

    /// <summary>Adds the options to a command.</summary>
    public UpArguments(Command command)
    {
        _parallel.Validators.Add(Positive);
        foreach (var option in (Option[])[_yes, _plan, _replace, _broadening, _refresh, _message, _parallel, _json])
            command.Add(option);
    }

    /// <summary>The option that answers for a person.</summary>
    public static Option<bool> YesOption() =>
        new("--yes") { Description = "Goes ahead without asking; what must be approved by name still must" };

    /// <summary>What was asked.</summary>
    public UpRequest Read(ParseResult arguments) =>
        new()
        {
            Yes = arguments.GetValue(_yes),
            Plan = arguments.GetValue(_plan),
            ApprovedReplacements = arguments.GetValue(_replace) ?? [],
            ApprovedBroadening = arguments.GetValue(_broadening) ?? [],
            Refresh = arguments.GetValue(_refresh),
            Message = arguments.GetValue(_message),
            Parallel = arguments.GetValue(_parallel),
            Json = arguments.GetValue(_json),
        };

    private static void Positive(OptionResult result)
    {
        foreach (var token in result.Tokens)
            if (!int.TryParse(token.Value, out var number) || number < 1)
                result.AddError($"--parallel: got {token.Value}, want a whole number above 0");
    }
}
