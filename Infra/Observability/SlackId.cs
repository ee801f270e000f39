using System.Text.RegularExpressions;

namespace Infra.Observability;

/// <summary>What ids of Slack look like.</summary>
internal static partial class SlackId
{
    /// <summary>A workspace such as <c>T0123456789</c>.</summary>
    public const string TeamPattern = "^T[A-Z0-9]{8,}$";

    /// <summary>A channel such as <c>C0123456789</c>; private ones may begin with a G.</summary>
    public const string ChannelPattern = "^[CG][A-Z0-9]{8,}$";

    /// <summary>Whether a text is the id of a workspace.</summary>
    public static bool IsTeam(string text) => Team().IsMatch(text);

    /// <summary>Whether a text is the id of a channel.</summary>
    public static bool IsChannel(string text) => Channel().IsMatch(text);

    [GeneratedRegex(TeamPattern)]
    private static partial Regex Team();

    [GeneratedRegex(ChannelPattern)]
    private static partial Regex Channel();
}
