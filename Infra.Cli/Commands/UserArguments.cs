using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Infra.Cli.Stacks;
using Infra.Cli.Users;

namespace Infra.Cli.Commands;

/// <summary>The arguments of one command of <c>infra user</c>.</summary>
internal sealed partial class UserArguments
{
    private readonly Argument<string> _stack = new("stack") { Description = "The stack, for example taskflow-prod" };

    private readonly Argument<string> _user = new("user")
    {
        Description = "The user name; where people sign in by e-mail, the address",
    };

    private readonly Argument<string> _group = new("group") { Description = "The group" };

    private readonly Option<string?> _email = new("--email")
    {
        Description = "The address of a user who has a name too. Default: the user is named by the address",
        HelpName = "ADDRESS",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Goes ahead without asking for the user name" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows the calls and makes none" };

    private readonly Option<bool> _passwordStdin = new("--password-stdin")
    {
        Description = "Takes the password from the first line of standard input. Default: one is made and shown once",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("The answer as JSON");
    private readonly Option<string?> _outputs = StackArguments.OutputsOption();
    private readonly Option<string?> _project = StackArguments.ProjectOption();

    /// <summary>Adds those that an action takes to its command.</summary>
    public UserArguments(Command command, UserAction action)
    {
        _user.Validators.Add(result => Refuse(result, action.TakesEmail && result.GetResult(_email) is null));
        _group.Validators.Add(result => Refuse(result, email: false));
        _email.Validators.Add(RefuseEmail);
        command.Add(_stack);
        command.Add(_user);
        if (action.TakesGroup)
            command.Add(_group);
        if (action.TakesEmail)
            command.Add(_email);
        if (action.Danger is not null)
            command.Add(_yes);
        if (action.SetsPassword)
            command.Add(_passwordStdin);
        if (action.Reads || action.SetsPassword)
            command.Add(_json);
        foreach (var option in (Option[])[_dryRun, _outputs, _project])
            command.Add(option);
    }

    /// <summary>The stack.</summary>
    public StackTarget Target(ParseResult arguments) =>
        StackTarget.Of(arguments.GetValue(_project), arguments.GetRequiredValue(_stack));

    /// <summary>The user.</summary>
    public string User(ParseResult arguments) => arguments.GetRequiredValue(_user);

    /// <summary>The group. Default: the action takes none.</summary>
    public string? Group(ParseResult arguments) => arguments.GetValue(_group);

    /// <summary>The address beside the user name. Default: the name is the address, or the action takes none.</summary>
    public string? Email(ParseResult arguments) => arguments.GetValue(_email);

    /// <summary>The file with the outputs. Default: none.</summary>
    public string? Outputs(ParseResult arguments) => arguments.GetValue(_outputs);

    /// <summary>Whether nobody needs to be asked.</summary>
    public bool Yes(ParseResult arguments) => arguments.GetValue(_yes);

    /// <summary>Whether the calls are only shown.</summary>
    public bool DryRun(ParseResult arguments) => arguments.GetValue(_dryRun);

    /// <summary>Whether the password is given.</summary>
    public bool PasswordStdin(ParseResult arguments) => arguments.GetValue(_passwordStdin);

    /// <summary>Whether a document is wanted.</summary>
    public bool Json(ParseResult arguments) => arguments.GetValue(_json);

    private static void Refuse(ArgumentResult result, bool email)
    {
        foreach (var text in result.Tokens.Select(token => token.Value))
            if (email && !Address().IsMatch(text))
                result.AddError(
                    $"<{result.Argument.Name}>: got {text}, want an e-mail address such as alice@example.com; where people have names too, add --email ADDRESS"
                );
            else if (!Name().IsMatch(text) || text.Contains("://", StringComparison.Ordinal))
                result.AddError(
                    $"<{result.Argument.Name}>: got {text}, want 1 to 128 letters, digits and signs, no space, neither - in front nor :// in it"
                );
    }

    private static void RefuseEmail(OptionResult result)
    {
        foreach (var text in result.Tokens.Select(token => token.Value).Where(text => !Address().IsMatch(text)))
            result.AddError($"--email: got {text}, want an e-mail address such as alice@example.com");
    }

    // What Cognito takes, but for what the aws CLI would take for an option or for a file to read.
    [GeneratedRegex(@"^(?!-)[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$")]
    private static partial Regex Name();

    // Plain addresses: a comma or a quote would end the value in the shorthand of --user-attributes.
    [GeneratedRegex(@"^(?!-)[A-Za-z0-9.!#$%&*+/?^_~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Address();
}
