namespace Infra.Settings;

/// <summary>The same for the days that a log group of CloudWatch is kept: CloudWatch Logs takes these numbers and no others.</summary>
internal sealed class LogRetentionAttribute : SettingAttribute
{
    /// <param name="description">What is kept, in a sentence.</param>
    public LogRetentionAttribute(string description)
        : base(description)
    {
        Unit = "days";
        Numbers = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
    }
}
