using System.Text.Json;
using Infra.Cli.Deployed;
using Infra.Cli.Tools;

namespace Infra.Cli.Users;

/// <summary>Makes the calls of an action and explains why one failed.</summary>
/// <param name="aws">Who is asked.</param>
/// <param name="stack">The stack, for messages.</param>
internal sealed class UserRun(AwsCli aws, string stack)
{
    /// <summary>Makes the calls in order; the first that fails ends it.</summary>
    /// <returns>The answers of an action that only looks; else nothing.</returns>
    /// <exception cref="CommandException">A call failed, with what had been done until then.</exception>
    public async Task<List<JsonElement>> MakeAsync(UserAction action, UserRequest request, CancellationToken cancellationToken)
    {
        var answers = new List<JsonElement>();
        var done = new List<string>();
        foreach (var call in action.Calls(request))
        {
            var ran = await AskAsync(call, cancellationToken);
            if (ran.ExitCode != 0)
                throw UserFailure.Of(call, ran, request, stack, done);
            // What only does something has an answer that says nothing, or none at all.
            if (action.Reads)
                answers.Add(ran.Json($"aws cognito-idp {call.Operation}"));
            done.Add(call.Operation);
        }
        return answers;
    }

    private async Task<ToolAnswer> AskAsync(UserCall call, CancellationToken cancellationToken)
    {
        string[] words = ["cognito-idp", .. call.Arguments];
        if (call.Input is null)
            return await aws.AskAsync(words, cancellationToken, call.Repeatable);
        // Not standard input: the command line reads its input document twice.
        using var file = new PrivateFile(call.Input.ToJsonString());
        return await aws.AskAsync([.. words, "--cli-input-json", $"file://{file.Path}"], cancellationToken, call.Repeatable);
    }
}
