namespace Infra.Mail;

/// <summary>What other servers shall do with mail that says it is from a domain and is not.</summary>
internal enum DmarcPolicy
{
    /// <summary>Nothing; only reports tell of it.</summary>
    None,

    /// <summary>Put it into the spam folder.</summary>
    Quarantine,

    /// <summary>Refuse it.</summary>
    Reject,
}
