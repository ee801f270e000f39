namespace Infra.Observability;

/// <summary>How soon somebody must look.</summary>
internal enum AlertSeverity
{
    /// <summary>Users cannot sign in, or soon will not: wake somebody.</summary>
    Critical,

    /// <summary>Users are served worse, or one fault away from not at all. It goes where critical goes.</summary>
    High,

    /// <summary>Look during working hours.</summary>
    Warning,
}
