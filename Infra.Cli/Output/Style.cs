namespace Infra.Cli.Output;

/// <summary>What a piece of text means; the terminal decides what that looks like.</summary>
internal enum Style
{
    /// <summary>Ordinary text.</summary>
    Plain,

    /// <summary>A heading, or the name of the thing in question.</summary>
    Strong,

    /// <summary>True but rarely wanted.</summary>
    Faint,

    /// <summary>Something new, or fine.</summary>
    Good,

    /// <summary>Something that changes, or wants a look.</summary>
    Change,

    /// <summary>Something that goes, fails or destroys.</summary>
    Danger,
}
