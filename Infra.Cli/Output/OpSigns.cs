using Engine.Planning;

namespace Infra.Cli.Output;

/// <summary>The sign and colour of a step, those of Pulumi.</summary>
internal static class OpSigns
{
    /// <summary>One or two characters in front of the resource.</summary>
    public static string Sign(this StepOp op) =>
        op switch
        {
            StepOp.Create => "+",
            StepOp.Update => "~",
            StepOp.Delete => "-",
            StepOp.Replace => "+-",
            StepOp.Read => ">",
            StepOp.Import => "=",
            StepOp.Discard => "<",
            _ => " ",
        };

    /// <summary>Its colour.</summary>
    public static Style Style(this StepOp op) =>
        op switch
        {
            StepOp.Create or StepOp.Import => Output.Style.Good,
            StepOp.Update => Output.Style.Change,
            StepOp.Delete or StepOp.Replace => Output.Style.Danger,
            _ => Output.Style.Faint,
        };
}
