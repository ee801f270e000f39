namespace Engine.Programs;

/// <summary>What a program is given.</summary>
public sealed record ProgramContext
{
    /// <summary>The environment variables of Pulumi's protocol; one of <see langword="null"/> must not be set.</summary>
    public required IReadOnlyDictionary<string, string?> Environment { get; init; }

    /// <summary>The directory it runs in.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Takes each line it prints; called from several threads.</summary>
    public required Action<ProgramLine> Print { get; init; }
}
