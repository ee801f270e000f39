namespace Infra.Observability;

/// <summary>On which side of the threshold something is wrong.</summary>
internal enum AlarmComparison
{
    /// <summary>Above it.</summary>
    GreaterThan,

    /// <summary>At or above it.</summary>
    GreaterThanOrEqual,

    /// <summary>Below it.</summary>
    LessThan,

    /// <summary>At or below it.</summary>
    LessThanOrEqual,
}
