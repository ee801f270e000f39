using System.Diagnostics;
using Infra.Cli.Output;

namespace Infra.Cli.Jobs;

/// <summary>Starts a job and follows it: its log line by line, its state whenever that changes, until it has stopped.</summary>
/// <param name="aws">Who is asked.</param>
/// <param name="job">What runs.</param>
/// <param name="log">Where the lines of the log go.</param>
/// <param name="status">Where the state goes.</param>
/// <param name="interval">How long to wait between two looks.</param>
internal sealed class JobRun(JobCalls aws, JobTarget job, Terminal log, Terminal status, TimeSpan interval)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private string? _mark;

    /// <summary>Runs the job to its end.</summary>
    public async Task<JobOutcome> ToTheEndAsync(CancellationToken cancellationToken)
    {
        // What clientToken may hold at most is 64 characters.
        var startedBy = $"infra-{job.Key}-{Guid.NewGuid():N}"[..Math.Min(64, job.Key.Length + 19)];
        string? task = null;
        try
        {
            task = await aws.RunTaskAsync(job, startedBy, cancellationToken);
            Say($"started {task}");
            var state = await FollowAsync(task, cancellationToken);
            return new(task, state, Stopwatch.GetElapsedTime(_started));
        }
        catch (OperationCanceledException)
        {
            TellWhatIsLeft(task, startedBy);
            throw;
        }
        catch (CommandException) when (task is not null)
        {
            TellWhatIsLeft(task, startedBy);
            throw;
        }
    }

    private async Task<TaskState> FollowAsync(string task, CancellationToken cancellationToken)
    {
        var stream = job.LogStream(task);
        var last = "";
        while (true)
        {
            var state = await aws.DescribeAsync(job, task, cancellationToken);
            if (state.Status != last)
                Say(last = state.Status);
            await CopyLogAsync(stream, cancellationToken);
            if (state.Stopped)
            {
                // Lines reach the log a moment after they were written.
                await Task.Delay(interval, cancellationToken);
                await CopyLogAsync(stream, cancellationToken);
                return state;
            }
            await Task.Delay(interval, cancellationToken);
        }
    }

    // The same mark twice: there is no more for now.
    private async Task CopyLogAsync(string stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (lines, next) = await aws.LogAsync(job, stream, _mark, cancellationToken);
            foreach (var line in lines)
                log.WriteLine(new Line().Add(line.TrimEnd('\r', '\n')), cut: false);
            log.Flush();
            if (next is null || next == _mark)
                return;
            _mark = next;
        }
    }

    private void Say(string what)
    {
        status.WriteLine($"{job.Key}: {what} ({Words.Time(Stopwatch.GetElapsedTime(_started))})", Style.Faint);
        status.Flush();
    }

    // Stopping a migration half-way is the user's decision, not that of a Ctrl-C meant for the screen.
    private void TellWhatIsLeft(string? task, string startedBy)
    {
        if (task is null)
        {
            status.WriteLine($"{job.Key}: a task may have been started; this finds it:", Style.Change);
            status.WriteLine($"  aws ecs list-tasks --region {job.Region} --cluster {job.Cluster} --started-by {startedBy}");
            return;
        }
        status.WriteLine(
            $"{job.Key}: no longer followed, the task may still be running. Its log, and how to stop it:",
            Style.Change
        );
        status.WriteLine(
            $"  aws logs tail {job.LogGroup} --region {job.Region} --log-stream-names {job.LogStream(task)} --follow"
        );
        status.WriteLine($"  aws ecs stop-task --region {job.Region} --cluster {job.Cluster} --task {task}");
    }
}
