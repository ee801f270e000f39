using Engine.Planning;
using Infra.Cli.Output;

namespace Infra.Cli.Tests.Output;

/// <summary>What a report looks like, as text.</summary>
internal static class Screens
{
    public static string Of(Plan plan, bool compares = false, TreeDetail? detail = null, string? filter = null) =>
        Of(terminal => PlanReport.Write(terminal, plan, compares, detail ?? new(), filter));

    public static string Of(Action<Terminal> write, bool colour = false, int? width = null)
    {
        var text = new StringWriter();
        write(new Terminal(text, colour, width));
        return text.ToString();
    }
}
