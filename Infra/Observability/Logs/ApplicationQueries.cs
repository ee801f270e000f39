using System.Collections.Immutable;

namespace Infra.Observability.Logs;

/// <summary>What is asked of the log of idp-server when something is wrong.</summary>
internal static class ApplicationQueries
{
    /// <summary>The newest errors.</summary>
    public static readonly SavedQuery Errors = new(
        "errors",
        """
        fields @timestamp, logger_name, message, request_id, tenant_id
        | filter level = "ERROR"
        | sort @timestamp desc
        | limit 100
        """
    );

    /// <summary>
    /// Requests by the time between their first and their last line. The application logs no duration, and a request that logs a single
    /// line does not show.
    /// </summary>
    public static readonly SavedQuery SlowRequests = new(
        "slow-requests",
        """
        filter ispresent(request_id)
        | stats (max(@timestamp) - min(@timestamp)) as milliseconds, count(*) as lines, latest(tenant_id) as tenant by request_id
        | filter milliseconds > 1000
        | sort milliseconds desc
        | limit 100
        """
    );

    /// <summary>How much of what happens at which tenant.</summary>
    public static readonly SavedQuery SecurityEventsByTenant = new(
        "security-events-by-tenant",
        """
        filter log_type = "security_event"
        | stats count(*) as events by tenant_id, tags.0 as category, tags.1 as outcome
        | sort events desc
        | limit 100
        """
    );

    /// <summary>Who fails to sign in, where.</summary>
    public static readonly SavedQuery AuthenticationFailures = new(
        "authentication-failures",
        """
        filter log_type = "security_event" and tags.1 = "failure" and tags.0 in ["authentication", "mfa", "federation"]
        | stats count(*) as failures by tenant_id, client_id, user_id
        | sort failures desc
        | limit 100
        """
    );

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<SavedQuery> All =
    [
        Errors,
        SlowRequests,
        SecurityEventsByTenant,
        AuthenticationFailures,
    ];
}
