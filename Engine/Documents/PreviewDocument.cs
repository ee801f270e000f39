using System.Globalization;
using System.Text;
using Engine.Model;
using Engine.Planning;
using Engine.Text;

namespace Engine.Documents;

/// <summary>
/// A plan as the document that <c>pulumi preview --json</c> prints, byte for byte in layout: field order, indentation, escapes, which steps are
/// listed, which parts of a resource's state are there at the moment its step starts. Secrets are <c>[secret]</c>.
/// </summary>
public static class PreviewDocument
{
    private const int Indent = 4;

    /// <summary>Writes the document and the line break after it. The stream stays open.</summary>
    public static void Write(Stream stream, Plan plan, PreviewDocumentOptions? options = null)
    {
        options ??= new PreviewDocumentOptions();
        using var writer = new PulumiJsonWriter(stream, Indent);
        writer.StartObject();
        Config(writer, plan);
        var steps = plan.Steps.Where(step => IsListed(step, options)).ToList();
        if (steps.Count > 0)
        {
            var states = new StateWriter(writer, SecretForm.Masked);
            var now = Time(options.Now ?? DateTimeOffset.UtcNow);
            writer.Name("steps");
            writer.StartArray();
            foreach (var step in steps)
                Step(writer, states, step, now);
            writer.EndArray();
        }
        Diagnostics(writer, plan);
        writer.Name("duration");
        writer.Number(plan.Duration.Ticks * TimeSpan.NanosecondsPerTick);
        Summary(writer, plan);
        writer.EndObject();
        writer.Line();
    }

    /// <summary>The document as a text.</summary>
    public static string Text(Plan plan, PreviewDocumentOptions? options = null)
    {
        using var stream = new MemoryStream();
        Write(stream, plan, options);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool IsListed(PlanStep step, PreviewDocumentOptions options) =>
        !step.Internal
        && (
            step.Op != StepOp.Same
            || options.ShowSames
            || step.State.Type == Urns.StackType
            || (step is { Old: { } old, New: { } now } && old.Protect != now.Protect)
        );

    private static void Config(PulumiJsonWriter writer, Plan plan)
    {
        if (plan.Config.IsEmpty)
            return;
        writer.Name("config");
        writer.StartObject();
        foreach (var (key, value) in plan.Config)
        {
            writer.Name(key);
            writer.String(value);
        }
        writer.EndObject();
    }

    private static void Step(PulumiJsonWriter writer, StateWriter states, PlanStep step, string now)
    {
        writer.StartObject();
        Text(writer, "op", step.Op.Word());
        Text(writer, "urn", step.Urn);
        Text(writer, "provider", step.State.Provider);
        if (StepStates.Old(step) is { } old)
        {
            writer.Name("oldState");
            states.Write(old);
        }
        if (StepStates.New(step, now) is { } goal)
        {
            writer.Name("newState");
            states.Write(goal);
        }
        Texts(writer, "diffReasons", step.DiffReasons);
        Texts(writer, "replaceReasons", step.ReplaceReasons);
        writer.Name("detailedDiff");
        DetailedDiff(writer, step);
        writer.EndObject();
    }

    private static void DetailedDiff(PulumiJsonWriter writer, PlanStep step)
    {
        if (step.DetailedDiff is not { } differences)
        {
            writer.Null();
            return;
        }
        writer.StartObject();
        foreach (var (path, difference) in differences)
        {
            writer.Name(path);
            writer.StartObject();
            Text(writer, "kind", difference.Kind.Word());
            writer.Name("inputDiff");
            writer.Bool(difference.InputDiff);
            writer.EndObject();
        }
        writer.EndObject();
    }

    private static void Diagnostics(PulumiJsonWriter writer, Plan plan)
    {
        if (plan.Diagnostics.IsDefaultOrEmpty)
            return;
        writer.Name("diagnostics");
        writer.StartArray();
        foreach (var diagnostic in plan.Diagnostics)
        {
            var severity = diagnostic.Severity.ToString().ToLowerInvariant();
            writer.StartObject();
            Text(writer, "urn", diagnostic.Urn);
            Text(writer, "message", (diagnostic.Severity == Severity.Info ? "" : $"{severity}: ") + diagnostic.Message + "\n");
            Text(writer, "severity", severity);
            writer.EndObject();
        }
        writer.EndArray();
    }

    private static void Summary(PulumiJsonWriter writer, Plan plan)
    {
        var counts = plan.ChangeSummary.All.ToList();
        if (counts.Count == 0)
            return;
        writer.Name("changeSummary");
        writer.StartObject();
        foreach (var (op, count) in counts.OrderBy(count => count.Op.Word(), StringComparer.Ordinal))
        {
            writer.Name(op.Word());
            writer.Number((long)count);
        }
        writer.EndObject();
    }

    private static void Text(PulumiJsonWriter writer, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        writer.Name(name);
        writer.String(value);
    }

    private static void Texts(PulumiJsonWriter writer, string name, System.Collections.Immutable.ImmutableArray<string> values)
    {
        if (values.IsDefaultOrEmpty)
            return;
        writer.Name(name);
        writer.StartArray();
        foreach (var value in values)
            writer.String(value);
        writer.EndArray();
    }
}
