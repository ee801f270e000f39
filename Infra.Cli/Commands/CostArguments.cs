using System.CommandLine;
using System.Globalization;
using Engine;
using Engine.Text;
using Review.Cost;
using Review.Cost.Usage;

namespace Infra.Cli.Commands;

/// <summary>The options of <c>infra cost</c>, but those that say which stacks.</summary>
internal sealed class CostArguments
{
    private readonly Option<string> _format = new("--format")
    {
        Description = "table, json or markdown. Default: table",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "table",
    };

    private readonly Option<bool> _json = StackArguments.JsonOption("The same as --format json");
    private readonly Option<bool> _expand = new("--expand") { Description = "Every resource with every line of its bill" };

    private readonly Option<string?> _baseline = new("--baseline")
    {
        Description = "What is deployed, as in infra preview: shows what would cost more or less. Default: nothing is compared",
        HelpName = "FILE",
    };

    private readonly Option<string?> _usage = new("--usage")
    {
        Description = "Numbers of usage in YAML (requestsPerMonth: 5000000), which go before those of the stack's profile",
        HelpName = "FILE",
    };

    private readonly Option<bool> _template = new("--usage-template")
    {
        Description = "Writes the numbers of usage that are taken, as a file to edit and hand to --usage",
    };

    private readonly Option<string[]> _profile = new("--profile")
    {
        Description = "Numbers of usage of this name instead of those of the stack; may be given several times",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _jpy = new("--jpy")
    {
        Description = "Shows the sum in yen too, at so many for a dollar",
        HelpName = "RATE",
    };

    private readonly Option<bool> _sources = new("--sources")
    {
        Description = "Sets the tables of the source documents beside our own bills, and says where they differ and why",
    };

    private readonly Option<bool> _freeTier = new("--free-tier")
    {
        Description = "Takes off what AWS gives to each account for nothing, as if the stack were alone in its account",
    };

    /// <summary>Adds the options to a command.</summary>
    public CostArguments(Command command)
    {
        foreach (
            var option in (Option[])[_format, _json, _expand, _baseline, _usage, _template, _profile, _jpy, _freeTier, _sources]
        )
            command.Add(option);
    }

    /// <summary>Whether the tables of the source documents are asked for, and no stack.</summary>
    /// <exception cref="InputException">Options of an estimate stand beside it; with every one.</exception>
    public bool AsksSources(ParseResult arguments)
    {
        if (!arguments.GetValue(_sources))
            return false;
        var others = ((Option[])[_baseline, _usage, _template, _profile, _jpy, _freeTier])
            .Where(option => arguments.GetResult(option) is { Implicit: false })
            .Select(option => $"{option.Name}: got it beside --sources, which compares the documents as they are; leave it out")
            .ToList();
        if (others.Count > 0)
            throw new InputException("infra cost", [.. others]);
        return true;
    }

    /// <summary>What was asked.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="several">Whether several stacks are meant.</param>
    /// <exception cref="InputException">It contradicts itself; with every problem.</exception>
    public CostRequest Read(ParseResult arguments, bool several)
    {
        var problems = new List<string>();
        var profiles = arguments.GetValue(_profile) ?? [];
        var request = new CostRequest
        {
            Format = Format(arguments, problems),
            Expand = arguments.GetValue(_expand),
            Baseline = arguments.GetValue(_baseline),
            Jpy = Rate(arguments.GetValue(_jpy), problems),
            Template = arguments.GetValue(_template),
            Options = new CostOptions
            {
                FreeTier = arguments.GetValue(_freeTier),
                Profiles = profiles.Length == 0 ? null : profiles,
            },
        };
        foreach (var name in profiles.Where(name => !UsageProfiles.Names.Contains(name)))
            problems.Add($"--profile: got {name}, want the name of a usage profile; {Suggestion.For(name, UsageProfiles.Names)}");
        if (several && request.Baseline is not null)
            problems.Add("--baseline: got several stacks, want the one whose file it is");
        if (several && request.Template)
            problems.Add("--usage-template: got several stacks, want one; ask for one after the other");
        if (problems.Count > 0)
            throw new InputException("infra cost", [.. problems]);
        return arguments.GetValue(_usage) is { } file
            ? request with
            {
                Options = request.Options with { Usage = UsageReader.Load(file) },
            }
            : request;
    }

    private CostFormat Format(ParseResult arguments, List<string> problems)
    {
        var word = arguments.GetValue(_json) ? "json" : arguments.GetValue(_format)!;
        if (FormatWord.Read<CostFormat>(word) is { } format)
            return format;
        problems.Add($"--format: got {word}, want table, json or markdown");
        return CostFormat.Table;
    }

    private static decimal? Rate(string? text, List<string> problems)
    {
        if (text is null)
            return null;
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            && rate is > 0 and < 1_000_000
        )
            return rate;
        problems.Add($"--jpy: got {text}, want yen for a dollar, for example 150");
        return null;
    }
}
