using Automation.Tests.StandIns;
using Automation.Tests.Workspaces;
using Pulumi.Automation.Events;

namespace Automation.Tests.Events;

/// <summary>Lets the stand-in write texts to the event log of an update and takes what arrives.</summary>
internal static class EventPlayback
{
    public static async Task<List<EngineEvent>> PlayAsync(IReadOnlyList<string> texts, int pauseMilliseconds = 0)
    {
        using var run = await Recorded.StackAsync();
        run.Cli.Answer("up", new StandInAnswer { Events = texts, PauseMilliseconds = pauseMilliseconds });
        List<EngineEvent> events = [];
        await run.Stack.UpAsync(new() { OnEvent = events.Add });
        return events;
    }

    /// <summary>An event of one kind.</summary>
    public static async Task<EngineEvent> OneAsync(string kind, string json) =>
        (await PlayAsync([$$"""{"sequence":4,"timestamp":1767323045,"{{kind}}":{{json}}}""" + "\n"])).Single();
}
