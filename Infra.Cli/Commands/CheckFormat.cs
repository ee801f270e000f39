namespace Infra.Cli.Commands;

/// <summary>How <c>infra check</c> answers.</summary>
internal enum CheckFormat
{
    /// <summary>Text for people.</summary>
    Table,

    /// <summary>A document of its own.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>JUnit's XML, for test reports.</summary>
    Junit,
}
