using Pulumirpc;
using static Engine.Tests.Make;

namespace Engine.Tests.Previewing;

public sealed class ScaleTests
{
    private const string Topic = "aws:sns/topic:Topic";

    [Test]
    public async Task Twenty_thousand_resources_cost_no_more_each_than_two_thousand()
    {
        await TimeAsync(500); // code is compiled on first use
        var small = await TimeAsync(2_000);
        var large = await TimeAsync(20_000);

        // A quadratic step anywhere would be ten times as much each.
        Assert.That(large.TotalMilliseconds / 20_000, Is.LessThan(Math.Max(0.4, 4 * small.TotalMilliseconds / 2_000)));
    }

    private static async Task<TimeSpan> TimeAsync(int count)
    {
        var started = Environment.CpuUsage.TotalTime; // a busy machine must not fail this
        var result = await FakeProgram.PreviewAsync(
            async program =>
            {
                await program.RegisterStackAsync();
                var parent = (await program.RegisterComponentAsync("idp:a:Part", "part")).Urn;
                string? before = null;
                for (var i = 0; i < count; i++)
                {
                    var inputs = Map(("displayName", $"Topic {i}"), ("tags", Map(("Name", $"t{i}"), ("Stack", "dev"))));
                    var answer = await program.RegisterAsync(Topic, $"t{i}", inputs, request => Wire(request, parent, before));
                    before = answer.Urn;
                }
            },
            options => options with { Program = new InProcess(options.Program) }
        );
        Assert.That(result.Plan.Steps, Has.Length.EqualTo(count + 3));
        Assert.That(result.Problems, Is.Empty);
        return Environment.CpuUsage.TotalTime - started;
    }

    private static void Wire(RegisterResourceRequest request, string parent, string? before)
    {
        request.Parent = parent;
        if (before is null)
            return;
        request.Dependencies.Add(before);
        request.PropertyDependencies["tags"] = new() { Urns = { before } };
    }

    /// <summary>The fake program, reached without a socket: the engine is measured, not the transport.</summary>
    private sealed class InProcess(Engine.Programs.IProgram program) : Engine.Programs.IProgram
    {
        public bool SharesProtocol => true;

        public Task<Engine.Programs.ProgramExit> RunAsync(
            Engine.Programs.ProgramContext context,
            CancellationToken cancellationToken
        ) => program.RunAsync(context, cancellationToken);
    }
}
