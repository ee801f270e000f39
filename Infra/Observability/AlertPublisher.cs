namespace Infra.Observability;

/// <summary>A service of AWS that may send alerts.</summary>
/// <param name="Service">Its principal.</param>
/// <param name="NamesItsAccount">
/// Whether it says for which account it acts. Where it does not, a condition on the account would lose its messages without a word.
/// </param>
internal sealed record AlertPublisher(string Service, bool NamesItsAccount)
{
    /// <summary>Alarms.</summary>
    public static readonly AlertPublisher CloudWatch = new("cloudwatch.amazonaws.com", NamesItsAccount: true);

    /// <summary>Rules of EventBridge, such as those for failed backups.</summary>
    public static readonly AlertPublisher Events = new("events.amazonaws.com", NamesItsAccount: false);

    /// <summary>Event subscriptions of RDS.</summary>
    public static readonly AlertPublisher Rds = new("events.rds.amazonaws.com", NamesItsAccount: true);

    /// <summary>Budgets.</summary>
    public static readonly AlertPublisher Budgets = new("budgets.amazonaws.com", NamesItsAccount: true);

    /// <summary>Costs that are unlike those of the days before.</summary>
    public static readonly AlertPublisher CostAnomalies = new("costalerts.amazonaws.com", NamesItsAccount: true);

    /// <summary>Notifications of a backup vault.</summary>
    public static readonly AlertPublisher Backup = new("backup.amazonaws.com", NamesItsAccount: false);

    /// <summary>Bounces and complaints.</summary>
    public static readonly AlertPublisher Ses = new("ses.amazonaws.com", NamesItsAccount: true);
}
