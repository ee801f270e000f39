namespace Infra.Cli.Commands;

/// <summary>How <c>infra cost</c> answers.</summary>
internal enum CostFormat
{
    /// <summary>Text for people.</summary>
    Table,

    /// <summary>A document of its own.</summary>
    Json,

    /// <summary>Text for issues and pages.</summary>
    Markdown,
}
