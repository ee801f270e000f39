using Pulumi.Automation;

namespace Automation.Tests.Inline;

/// <summary>Makes stacks of programs of this process.</summary>
internal static class InlineStack
{
    public static Task<WorkspaceStack> CreateAsync(
        EngineCommand engine,
        Func<IDictionary<string, object?>> program,
        string name = "dev"
    ) => CreateAsync(engine, PulumiFn.Create(program), name);

    public static async Task<WorkspaceStack> CreateAsync(EngineCommand engine, PulumiFn program, string name = "dev")
    {
        var stack = await LocalWorkspace.CreateStackAsync(
            new InlineProgramArgs("shop", name, program) { PulumiCommand = engine }
        );
        engine.Folder = stack.Workspace.WorkDir;
        return stack;
    }
}
