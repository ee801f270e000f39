namespace Infra.Observability.Alarms;

/// <summary>What is sent with a configuration set of SES.</summary>
/// <param name="Key">What its alarms begin with, such as <c>mail</c>.</param>
/// <param name="ConfigurationSet">The configuration set.</param>
internal sealed record MailWatch(string Key, string ConfigurationSet)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"mail/{ConfigurationSet}";
}
