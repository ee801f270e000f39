using Engine.Projects;
using Infra.Cli.Stacks;

namespace Infra.Cli.Programs;

/// <summary>What is set in a stack: the settings that its program understands, and the rest of its configuration.</summary>
internal static class SettingsInForce
{
    /// <summary>The settings, in the order of the program; none for a program of another language, which cannot be asked.</summary>
    /// <exception cref="CommandException">The program does not accept them; with what it says.</exception>
    public static async Task<List<Setting>> OfAsync(StackTarget target, CancellationToken cancellationToken)
    {
        if (!ProgramChoice.IsOwn(target.Project))
            return [];
        var answer = await ProgramAnswer.AskAsync(["settings", "--json"], target, cancellationToken);
        answer.Require();
        return Setting.List(answer.Text, target);
    }

    /// <summary>What of the configuration the settings do not tell key by key; waivers are for <c>infra check</c>.</summary>
    public static IEnumerable<ConfigEntry> Others(StackTarget target, IReadOnlyCollection<Setting> settings)
    {
        var project = target.Project.Name;
        string[] told = [$"{project}:settings", $"{project}:secrets", $"{project}:waivers"];
        return target.Configuration.Entries.Values.Where(entry => settings.Count == 0 || !told.Contains(entry.Key));
    }
}
