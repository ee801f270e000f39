using Engine.Programs;

namespace Infra.Cli.Programs;

/// <summary>The Pulumi program of this repository, built together with this command and run inside its process.</summary>
internal static class OwnProgram
{
    /// <summary>The program, to be run with these arguments.</summary>
    public static IProgram With(params string[] arguments) =>
        InProcessProgram.FromAssembly(Path.Combine(AppContext.BaseDirectory, "Infra.dll"), arguments);
}
