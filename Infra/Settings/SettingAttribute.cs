namespace Infra.Settings;

/// <summary>
/// What people must know of one setting, said once: error texts, <c>docs/settings.md</c>, <c>infra config</c> and the editors' schema all
/// take it from here.
/// </summary>
/// <param name="description">A sentence or two: what it decides and what it costs to get wrong.</param>
[AttributeUsage(AttributeTargets.Property)]
internal class SettingAttribute(string description) : Attribute
{
    /// <inheritdoc cref="SettingAttribute(string)"/>
    public string Description { get; } = description;

    /// <summary>The unit of a number. Default: it counts things.</summary>
    public string? Unit { get; init; }

    /// <summary>The smallest number accepted. Default: no bound.</summary>
    public int Min { get; init; } = int.MinValue;

    /// <summary>The largest number accepted. Default: no bound.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>The only numbers accepted. Default: all between the bounds.</summary>
    public int[] Numbers { get; init; } = [];

    /// <summary>The only texts accepted. Default: every text of the form.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>What a text must look like, in words. Default: any text that is not empty.</summary>
    public string? Form { get; init; }

    /// <summary>The same as a regular expression, for editors and for the check. Default: no check.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether the value must never be shown. Default: false.</summary>
    public bool Secret { get; init; }
}
