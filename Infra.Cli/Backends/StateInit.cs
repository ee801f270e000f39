using System.Diagnostics;
using Infra.Cli.Deployed;
using Infra.Cli.Output;
using Infra.Cli.Stacks;

namespace Infra.Cli.Backends;

/// <summary>
/// Makes the bucket that holds all state, and moves the state of what made it into it. Each step first looks whether it has been done, so that
/// a run after a failure goes on where that ended.
/// </summary>
/// <param name="target">The bootstrap stack.</param>
/// <param name="place">Where the state will be.</param>
/// <param name="aws">Who is asked whether the bucket is there.</param>
/// <param name="status">Where progress goes.</param>
internal sealed class StateInit(StackTarget target, StatePlace place, AwsCli aws, Terminal status)
{
    private readonly StateSteps _steps = StateSteps.Of(target, place);
    private readonly string _folder = StateSteps.FolderOf(target);
    private readonly string _stack = target.File.Stack;

    /// <summary>Whether the state is in the bucket already; then what is left is to seal and to look.</summary>
    /// <exception cref="CommandException">The bucket is somebody else's, or its state is nowhere.</exception>
    public async Task<bool> IsMovedAsync(CancellationToken cancellationToken)
    {
        if (!await HasBucketAsync(cancellationToken))
            return false;
        if (await _steps.Remote.ResourcesAsync(_stack, cancellationToken) > 0)
            return true;
        if (Directory.Exists(_folder) && await _steps.Local.ResourcesAsync(_stack, cancellationToken) > 0)
            return false;
        throw new CommandException(
            ExitCodes.Refused,
            $"{_stack}: refused, bucket {place.Bucket} is there, but neither it nor {_folder} has the state of what made it; "
                + "go on where it was begun, or adopt the bucket: docs/state.md#a-bucket-whose-state-is-lost"
        );
    }

    /// <summary>Does what is left to do.</summary>
    /// <param name="moved">What <see cref="IsMovedAsync"/> says.</param>
    /// <param name="cancellationToken">Gives up; what has been done stays.</param>
    public async Task RunAsync(bool moved, CancellationToken cancellationToken)
    {
        if (!moved)
        {
            Directory.CreateDirectory(_folder);
            if (await _steps.Local.ResourcesAsync(_stack, cancellationToken) is null)
                await DoAsync("makes the stack in a folder", _steps.Local, _steps.Init, cancellationToken);
            await DoAsync($"deploys {Words.Count(place.Resources, "resource")}", _steps.Local, _steps.Up, cancellationToken);
            await DoAsync("saves its state", _steps.Local, _steps.Save, cancellationToken);
            if (await _steps.Remote.ResourcesAsync(_stack, cancellationToken) is null)
                await DoAsync("makes the stack in the bucket", _steps.Remote, _steps.Init, cancellationToken);
            await DoAsync("moves the state there", _steps.Remote, _steps.Load, cancellationToken);
        }
        if (!IsSealed())
            await DoAsync("seals it with the key", _steps.Remote, _steps.Seal, cancellationToken);
        await DoAsync("looks whether all is as it was", _steps.Remote, _steps.Prove, cancellationToken);
        // An old state beside the real one would be deployed from one day.
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    // Pulumi writes the provider into the stack file, which is read again: another process wrote it.
    private bool IsSealed()
    {
        const string Key = "secretsprovider:";
        return File.ReadLines(target.File.Path)
            .Any(line => line.StartsWith(Key, StringComparison.Ordinal) && line[Key.Length..].Trim() == place.SecretsProvider);
    }

    private async Task<bool> HasBucketAsync(CancellationToken cancellationToken)
    {
        string[] call = ["s3api", "head-bucket", "--bucket", place.Bucket, "--expected-bucket-owner", place.AccountId];
        var answer = await aws.AskAsync(call, cancellationToken);
        if (answer.ExitCode == 0)
            return true;
        if (
            answer.Error.Contains("404", StringComparison.Ordinal)
            || answer.Error.Contains("NoSuchBucket", StringComparison.Ordinal)
        )
            return false;
        throw answer.Error.Contains("403", StringComparison.Ordinal)
            ? new(
                ExitCodes.Refused,
                $"{_stack}: refused, bucket {place.Bucket} is there and out of reach: another account has the name, or the right s3:ListBucket is missing"
            )
            : AwsCli.Failure(answer, "aws s3api head-bucket");
    }

    private async Task DoAsync(string what, Backend backend, string[] call, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        status.WriteLine($"{_stack}: {what} …", Style.Faint);
        status.Flush();
        try
        {
            await backend.AskAsync(call, cancellationToken);
        }
        catch (CommandException problem)
        {
            throw new CommandException(
                problem.ExitCode,
                $"{problem.Message}\n{_stack}: stopped while it {what}; the same command goes on from here"
            );
        }
        status.WriteLine($"{_stack}: {what}, done ({Words.Time(Stopwatch.GetElapsedTime(started))})", Style.Faint);
        status.Flush();
    }
}
