using Infra.Cli.Output;
using Pulumi.Automation.Events;

namespace Infra.Cli.Deploying.Progress;

/// <summary>Shows progress: bars that are drawn anew where a person looks at them, a line for each resource where a file or pipe takes it.</summary>
internal sealed class ProgressView : IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    // A window of this height shows all of them, and what was there before.
    private const int Rows = 16;

    private readonly DeployProgress _progress;
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly Timer? _timer;
    private int _drawn;

    public ProgressView(DeployProgress progress, Terminal terminal, TimeProvider clock)
    {
        (_progress, _terminal, _clock) = (progress, terminal, clock);
        if (terminal.Redraws)
            _timer = new Timer(_ => Draw(), null, Refresh, Refresh);
    }

    /// <summary>Takes the next event.</summary>
    public void Take(EngineEvent next)
    {
        lock (_gate)
        {
            var news = _progress.Take(next);
            if (_timer is null && news is not null && ProgressText.Of(news, _progress.Done, _progress.Total) is { } line)
            {
                _terminal.WriteLine(line, cut: false);
                _terminal.Flush();
            }
        }
    }

    /// <summary>Draws the bars a last time; they stay.</summary>
    public void Dispose()
    {
        if (_timer is null)
            return;
        _timer.Dispose();
        Draw();
    }

    private void Draw()
    {
        lock (_gate)
        {
            _terminal.Rewind(_drawn);
            // What is over has nothing new to say: where there is no room it goes first.
            var shown = _progress.Components.OrderBy(component => component.IsOver).Take(Rows).ToHashSet();
            var lines = _progress.Components.Where(shown.Contains).ToList();
            var width = lines.Count == 0 ? 0 : lines.Max(component => component.Name.Length);
            foreach (var component in lines)
                _terminal.WriteLine(ProgressText.Bar(component, width, _clock));
            _drawn = lines.Count;
            _terminal.Flush();
        }
    }
}
