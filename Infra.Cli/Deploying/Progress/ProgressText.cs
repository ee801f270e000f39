using Infra.Cli.Output;

namespace Infra.Cli.Deploying.Progress;

/// <summary>Progress as lines: one for each resource that is done, or a bar for each component.</summary>
internal static class ProgressText
{
    private const int BarWidth = 20;

    /// <summary>What has happened to a resource, for a log. Default: nothing worth a line.</summary>
    public static Line? Of(StepNews news, int done, int total)
    {
        var (word, style) = news.Kind switch
        {
            NewsKind.Done => (Past(news.Op), Style.Plain),
            NewsKind.OldDeleted => ("the old one is deleted", Style.Plain),
            NewsKind.Failed => ("failed", Style.Danger),
            _ => ("", Style.Plain),
        };
        if (word.Length == 0)
            return null;
        var line = new Line().Add(news.Op.Sign().PadRight(3), news.Op.Style()).Add(Names.Of(news.Urn)).Add($"  {word}", style);
        if (news.Kind != NewsKind.OldDeleted)
            line.Add($" ({Words.Time(news.Time)})  {done}/{total}", Style.Faint);
        return line;
    }

    /// <summary>A bar: <c>idp:data:TenantDatabase idp-server  ████░░░░  2/7  aws:rds:Instance …-postgresql 3 min 12 s</c>.</summary>
    /// <param name="component">How far it is.</param>
    /// <param name="width">Columns of the names.</param>
    /// <param name="clock">What the time is.</param>
    public static Line Bar(ComponentProgress component, int width, TimeProvider clock)
    {
        var filled = component.Total == 0 ? BarWidth : BarWidth * component.Done / component.Total;
        var style =
            component.Failed > 0 ? Style.Danger
            : component.IsOver ? Style.Good
            : Style.Change;
        var line = new Line()
            .Add(component.Name.PadRight(width + 2))
            .Add(new string('█', filled), style)
            .Add(new string('░', BarWidth - filled), Style.Faint)
            .Add($"  {component.Done}/{component.Total}");
        if (component.Failed > 0)
            line.Add($"  {component.Failed} failed", Style.Danger);
        if (component.Longest is var (urn, since))
            line.Add($"  {Names.Of(urn)} {Words.Time(clock.GetElapsedTime(since))}", Style.Faint);
        return line;
    }

    private static string Past(Engine.Planning.StepOp op) =>
        op switch
        {
            Engine.Planning.StepOp.Create => "created",
            Engine.Planning.StepOp.Update => "changed",
            Engine.Planning.StepOp.Replace => "replaced",
            Engine.Planning.StepOp.Delete => "deleted",
            Engine.Planning.StepOp.Import => "imported",
            Engine.Planning.StepOp.Discard => "forgotten",
            _ => "",
        };
}
