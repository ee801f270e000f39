using System.CommandLine;
using System.Globalization;
using Engine;

namespace Infra.Cli.Commands;

/// <summary>The option that says how long to wait between two looks at something in AWS.</summary>
internal sealed class IntervalOption
{
    private readonly int _seconds;

    /// <summary>Describes it.</summary>
    /// <param name="what">What is looked at.</param>
    /// <param name="seconds">The default.</param>
    public IntervalOption(string what, int seconds)
    {
        _seconds = seconds;
        Option = new("--interval")
        {
            Description = $"How long to wait between two looks at {what}. Default: {seconds}",
            HelpName = "SECONDS",
        };
    }

    /// <summary>The option.</summary>
    public Option<string?> Option { get; }

    /// <summary>The time.</summary>
    /// <exception cref="InputException">It is no number of seconds that makes sense.</exception>
    public TimeSpan Of(ParseResult arguments)
    {
        if (arguments.GetValue(Option) is not { } text)
            return TimeSpan.FromSeconds(_seconds);
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 60
            ? TimeSpan.FromSeconds(seconds)
            : throw new InputException("--interval", [$"got {text}, want a number of seconds above 0, 60 at most"]);
    }
}
