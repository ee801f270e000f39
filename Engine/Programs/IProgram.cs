namespace Engine.Programs;

/// <summary>A Pulumi program, in whatever way it is run.</summary>
public interface IProgram
{
    /// <summary>Whether it can be reached without a socket: it runs in this process, on this repository's protocol client. Default: it cannot.</summary>
    bool SharesProtocol => false;

    /// <summary>Runs it to its end.</summary>
    /// <param name="context">What it is given, and where its console output goes.</param>
    /// <param name="cancellationToken">Stops it: a process is killed with its children; within this process it is abandoned.</param>
    Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken);
}
