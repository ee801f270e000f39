using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests;

/// <summary>An edit costs what it touches: the IDE runs the generator at every key stroke.</summary>
public sealed class IncrementalTests
{
    private static readonly IncrementalStepRunReason[] Kept =
    [
        IncrementalStepRunReason.Cached,
        IncrementalStepRunReason.Unchanged,
    ];

    [Test]
    public void An_edit_of_the_program_repeats_no_step()
    {
        var run = Generation.Of("class A;", SchemaText.Real("random")).Edit("class B;");

        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, steps) in run.Result.TrackedSteps.Where(s => s.Key is not "Compilation"))
            foreach (var output in steps.SelectMany(s => s.Outputs))
                Assert.That(output.Reason, Is.AnyOf(Kept), name);
            Assert.That(run.Result.TrackedOutputSteps.Values.SelectMany(s => s), Is.Not.Empty);
            foreach (var output in run.Result.TrackedOutputSteps.Values.SelectMany(s => s).SelectMany(s => s.Outputs))
                Assert.That(output.Reason, Is.EqualTo(IncrementalStepRunReason.Cached));
        }
    }

    [Test]
    public void A_schema_saved_without_a_change_repeats_nothing_behind_the_reading_of_the_file()
    {
        var before = SchemaText.Real("random");
        var run = Generation.Of(before).Replace(before, SchemaText.Real("random"));

        Assert.That(Reasons(run, PulumiSchemaGenerator.Steps.Package), Is.All.AnyOf(Kept));
        Assert.That(Reasons(run, PulumiSchemaGenerator.Steps.Units), Is.All.AnyOf(Kept));
        Assert.That(Reasons(run, PulumiSchemaGenerator.Steps.Units), Is.Not.Empty);
    }

    [Test]
    public void A_change_of_one_resource_writes_one_file_again()
    {
        var before = SchemaText.Package(Schema("integer"));
        var run = Generation.Of(before).Replace(before, SchemaText.Package(Schema("number")));

        var units = run.Result.TrackedSteps[PulumiSchemaGenerator.Steps.Units].Single().Outputs;
        Assert.That(
            units.Where(u => !Kept.Contains(u.Reason)).Select(u => ((Emit.SourceUnit)u.Value).HintName),
            Is.EqualTo(["Pulumi.Test.A.Changed.g.cs"])
        );
        Assert.That(units, Has.Length.EqualTo(4), "the two resources, the provider and what they share");

        static string Schema(string type) =>
            """
                {"name":"test","version":"1.0.0","resources":{
                "test:a:Changed":{"properties":{"size":{"type":"TYPE"}}},
                "test:a:Kept":{"properties":{"size":{"type":"integer"}}}}}
                """.Replace("TYPE", type, StringComparison.Ordinal);
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(Generation run, string step) =>
        run.Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason);
}
