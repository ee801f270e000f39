using Engine.Planning;
using Engine.Values;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

public sealed class PreviewTests
{
    private const string Password = "random:index/randomPassword:RandomPassword";

    [Test]
    public async Task A_program_s_resources_become_the_steps_of_a_plan()
    {
        var result = await FakeProgram.PreviewAsync(async program =>
        {
            var stack = await program.RegisterStackAsync();
            var answer = await program.RegisterAsync(Password, "pw", Map(("length", 16)), request => request.Version = "4.21.2");
            await program.OutputsAsync(stack, Map(("length", 16), ("urn", answer.Urn)));
            await program.ShutdownAsync();
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Plan.Diagnostics, Is.Empty);
            Assert.That(result.Failed, Is.False);
            Assert.That(
                result.Plan.Steps.Select(step => (step.Op, step.Urn, step.Internal)),
                Is.EqualTo(
                    new[]
                    {
                        (StepOp.Create, FakeProgram.Stack, false),
                        (StepOp.Create, "urn:pulumi:dev::shop::pulumi:providers:random::default_4_21_2", true),
                        (StepOp.Create, $"urn:pulumi:dev::shop::{Password}::pw", false),
                    }
                )
            );
            Assert.That(result.Plan.ChangeSummary[StepOp.Create], Is.EqualTo(2));
            Assert.That(result.Plan.Outputs["length"], Is.EqualTo(new NumberValue(16)));
        }
    }
}
