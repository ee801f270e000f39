using System.Collections.Immutable;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Infra.Cli.Commands;
using Infra.Cli.Programs;
using Infra.Cli.Stacks;
using Review.Cost;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Infra.Cli.Previews;

/// <summary>Previews stacks as they were asked for, one after the other, and keeps a plan where that was asked too.</summary>
internal sealed class StackPreviews(PreviewRequest asked, BaselineSource source)
{
    /// <summary>Previews one stack.</summary>
    /// <exception cref="Engine.InputException">Program, baseline or key cannot be used.</exception>
    public async Task<StackOutcome> OfAsync(StackTarget target, CancellationToken cancellationToken)
    {
        IProgram program = ProgramChoice.For(target.Project, asked.Program);
        ImmutableArray<Waiver>? waivers = asked.Guardrails ? StackReview.Waivers(target) : null;
        var (baseline, warnings) = await source.OfAsync(target, cancellationToken);
        var secrets = Secrets(target);
        var options = StackPreview.Options(target, program) with { Timeout = asked.Timeout };
        // Texts made of outputs that nobody knows yet can then be read: by guardrails, and where something is compared, on both sides. Our own program is
        // known to lead to the same plan so; another one may take texts apart that only AWS can make.
        if (source.Compares || asked.Save is not null || asked is { Program: null, Json: false })
            options = options with { Assume = StandIns.Of };
        if (baseline is not null)
            options = options with
            {
                Planner = null,
                Baseline = baseline,
                Planning = new PlannerOptions { Secrets = secrets, Origins = StandIns.Origins },
            };
        WarmUp(asked);
        var result = await Preview.RunAsync(options, cancellationToken);
        if (asked.Save is { } file && result is not { Failed: true, ExitCode: not 0 })
            PlanFile.Save(file, result.Plan, secrets);
        var before = waivers is null ? [] : source.Revision?.Waivers(target) ?? [];
        return new(target, result, source.Compares, waivers, [.. target.Configuration.Warnings, .. warnings, .. Unknown(secrets)])
        {
            WaiversBefore = before,
            Costs = asked.Cost,
            Deployed = baseline,
            // Only of a revision it is known what refers to what: real ids lead nowhere without the cloud.
            GuardrailsBefore =
                asked.Markdown && waivers is not null && source.Revision is not null && baseline is not null
                    ? StackReview.Check(StackModel.Of(target.File.Stack, result.Plan.Config, baseline), before)
                    : null,
        };
    }

    /// <summary>Lets the second processor prepare the reviews: once, however often it is asked, and best while the first one still reads files.</summary>
    public static void WarmUp(PreviewRequest asked)
    {
        // Nobody waits for it: where it is not done when the program is, the rules compile what is left themselves.
        if (asked.Guardrails)
            _ = GuardrailWarmUp.StartAsync();
        if (asked.Cost)
            _ = CostWarmUp.StartAsync();
    }

    // Against a revision both sides have the same placeholders, and neither keeps its secrets under a key.
    private SecretComparison Secrets(StackTarget target) =>
        source.Revision is not null && asked.Save is null
            ? new SecretComparison()
            : new SecretComparison(
                source.File is null && asked.Save is null
                    ? null
                    : PlanKeys.Find(target.Project.Directory, make: asked.Save is not null),
                new Placeholders(target.Configuration).In,
                text => StandIns.Origins(text).Any()
            );

    private static IEnumerable<string> Unknown(SecretComparison secrets)
    {
        const string Taken = "whether they change is not known, it is taken that they do not";
        if (secrets.OtherKey > 0)
            yield return $"{Output.Words.Count(secrets.OtherKey, "secret")} of the baseline cannot be compared, they were kept under another key: {Taken}; "
                + $"{PlanKeys.Variable} or .build/plan.key holds the key of the machine that saved the plan";
        if (secrets.Untold > 0)
            yield return $"{Output.Words.Count(secrets.Untold, "secret")} cannot be compared, they are made of generated values that a saved plan does not hold: {Taken}";
        if (secrets.Placeholders > 0)
            yield return $"{Output.Words.Count(secrets.Placeholders, "secret")} cannot be compared, without a passphrase each is a placeholder: {Taken}; "
                + $"PULUMI_CONFIG_PASSPHRASE opens them";
    }
}
