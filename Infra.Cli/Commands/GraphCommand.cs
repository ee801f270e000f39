using System.Collections.Immutable;
using System.CommandLine;
using Engine;
using Infra.Cli.Output;
using Infra.Cli.Output.Pictures;
using Infra.Cli.Programs;
using Review.Drawing;
using Review.Drawing.Writing;
using Review.Model;

namespace Infra.Cli.Commands;

/// <summary><c>infra graph</c>: a picture of a stack's architecture, drawn from its plan.</summary>
internal sealed class GraphCommand : InfraCommand
{
    private readonly StackArguments _stack;

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description =
            "Where the picture goes: *.svg, *.html with pan and zoom, or *.mmd for Mermaid. Default, and -: Mermaid to standard output",
        HelpName = "FILE",
    };

    private readonly Option<string?> _theme = new("--theme")
    {
        Description = "Colours of SVG and HTML: light, dark, or auto for those of the reader's system. Default: auto",
        HelpName = "THEME",
    };

    /// <summary>Describes the command.</summary>
    public GraphCommand(Screen screen)
        : base("graph", "Draws the architecture of a stack from its plan: network, services, and what goes between them.", screen)
    {
        _stack = new StackArguments(this);
        foreach (var option in (Option[])[_output, _theme])
            Add(option);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Example> Examples { get; } =
    [
        new("graph prod -o prod.svg", "a picture for a wall, a page or a README"),
        new("graph dev", "the same as Mermaid, for a Markdown page"),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var file = PictureFile.Of(arguments.GetValue(_output));
        var theme = ThemeOf(arguments.GetValue(_theme));
        var target = _stack.Target(arguments);
        // Nobody waits for it: where it is not done when the program is, drawing compiles what is left itself.
        _ = PictureWarmUp.StartAsync();
        var plan = await ReviewedPlan.MakeAsync(target, null, cancellationToken);
        var picture = Picture.Of(StackModel.Of(plan));
        var text = file.Text(picture, theme);
        if (file.Path is not { } path)
        {
            Screen.Document.Write(text);
            return ExitCodes.Fine;
        }
        WholeFile.Write(path, text);
        Screen.Out.WriteLine(
            $"{path}: {picture.Nodes.Count(node => node.IsCard)} cards for {Words.Count(picture.ResourceCount, "resource")}"
        );
        return ExitCodes.Fine;
    }

    private static Theme ThemeOf(string? word) =>
        word switch
        {
            null or "auto" => Theme.Auto,
            "light" => Theme.Light,
            "dark" => Theme.Dark,
            _ => throw new InputException("infra graph", [$"--theme: got {word}, want light, dark or auto"]),
        };
}
