using System.Collections.Immutable;
using Infra.Edge;
using Infra.Settings;
using Infra.Settings.Alarms;
using Infra.Settings.Edge;
using Infra.Settings.Observability;
using Infra.Settings.Security;

namespace Infra.Systems;

/// <summary>What a <see cref="GlobalFront"/> needs: the settings of its parts, and what it stands in front of.</summary>
internal sealed record GlobalFrontArgs
{
    /// <summary>The stack, in its own region.</summary>
    public required StackContext Context { get; init; }

    /// <summary>Hosts, certificate and what browsers are told.</summary>
    public required CdnSettings Cdn { get; init; }

    /// <summary>The firewall.</summary>
    public required CdnWafSettings Waf { get; init; }

    /// <summary>The key, of which us-east-1 has one of its own.</summary>
    public required KeySettings Key { get; init; }

    /// <summary>Who hears of trouble there.</summary>
    public required AlertSettings Alerts { get; init; }

    /// <summary>Whether alarms tell anybody, and where runbooks are.</summary>
    public required AlarmSwitches Alarms { get; init; }

    /// <summary>What counts as trouble of the CDN.</summary>
    public CdnAlarmSettings CdnAlarms { get; init; } = new();

    /// <summary>What counts as trouble at the firewall.</summary>
    public WafAlarmSettings WafAlarms { get; init; } = new();

    /// <summary>Where things come from.</summary>
    public required ImmutableArray<CdnOrigin> Origins { get; init; }

    /// <summary>What comes from where.</summary>
    public required ImmutableArray<CdnBehaviour> Behaviours { get; init; }

    /// <summary>What people get when an origin cannot be reached. Default: CloudFront's own page.</summary>
    public CdnErrorPage? ErrorPage { get; init; }

    /// <summary>Which pages of other sites may read what the distribution answers itself. Default: none.</summary>
    public CdnCors? Cors { get; init; }

    /// <summary>Headers that the log of the firewall has nowhere, besides tokens and cookies. Default: none.</summary>
    public ImmutableArray<string> SecretHeaders { get; init; } = [];

    /// <summary>What is asked when nothing is. Default: the origin decides.</summary>
    public string? DefaultRootObject { get; init; }

    /// <summary>What the names of alarms begin with. Default: the stack's prefix.</summary>
    public string? AlarmPrefix { get; init; }

    /// <summary>Whether the stack refuses to be deleted.</summary>
    public required bool Protect { get; init; }
}
