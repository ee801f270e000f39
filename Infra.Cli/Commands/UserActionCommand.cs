using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Output;
using Infra.Cli.Stacks;
using Infra.Cli.Users;

namespace Infra.Cli.Commands;

/// <summary>One command of <c>infra user</c>.</summary>
internal sealed class UserActionCommand : InfraCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly UserAction _action;
    private readonly UserArguments _arguments;

    /// <summary>Describes the command.</summary>
    public UserActionCommand(UserAction action, Screen screen)
        : base(action.Name, action.Description, screen)
    {
        _action = action;
        _arguments = new UserArguments(this, action);
        Examples = UserExamples.Of(action);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var given = _arguments.PasswordStdin(arguments);
        var (yes, dryRun) = (_arguments.Yes(arguments), _arguments.DryRun(arguments));
        var password = _action.SetsPassword && !dryRun ? UserPassword.Get(given, confirmed: yes) : null;
        var target = _arguments.Target(arguments);
        var (outputs, source) = await StackOutputs.ReadAsync(target, _arguments.Outputs(arguments), cancellationToken);
        var pool = UserPool.Of(outputs, source);
        var request = new UserRequest(
            pool,
            _arguments.User(arguments),
            _arguments.Group(arguments),
            password,
            _arguments.Email(arguments)
        );
        if (dryRun)
        {
            foreach (var call in _action.Calls(request))
                Screen.Out.WriteLine(call.Text(pool.Region));
            return ExitCodes.Fine;
        }
        var aws = new AwsCli(pool.Region, target.Project.Directory, Pause);
        AccountGuard.Check(target, pool.AccountId, await aws.CallerAsync(cancellationToken));
        if (_action.Danger is not null && !yes)
            await new Confirmation(Screen.Error).AskAsync(_action, request, target.File.Stack, cancellationToken);
        var answers = await new UserRun(aws, target.File.Stack).MakeAsync(_action, request, cancellationToken);
        Tell(target, request, answers, shownPassword: given ? null : password, _arguments.Json(arguments));
        return ExitCodes.Fine;
    }

    private void Tell(StackTarget target, UserRequest request, List<JsonElement> answers, string? shownPassword, bool json)
    {
        var info = _action.Reads ? UserInfo.Of(answers[0], answers[1]) : null;
        if (json)
            Json.Write(
                Screen.Document,
                writer =>
                {
                    writer.WriteStartObject();
                    writer.WriteString("stack", target.File.Stack);
                    writer.WriteString("userPoolId", request.Pool.Id);
                    if (info is null)
                        writer.WriteString("user", request.User);
                    info?.Write(writer);
                    if (shownPassword is not null)
                        writer.WriteString("temporaryPassword", shownPassword);
                    writer.WriteEndObject();
                }
            );
        else if (info is not null)
            info.Write(Screen.Out);
        var people = Screen.People(json);
        if (_action.Done is { } done)
            people.WriteLine($"{request.User}: {done}", Style.Good);
        if (shownPassword is not null && !json)
            people.WriteLine($"{shownPassword}   shown this once, kept nowhere", Style.Strong);
    }
}
