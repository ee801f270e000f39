namespace Infra.Serverless;

/// <summary>
/// What a route wants an API key for. A key says whose quota is used and never who calls: it is the same for all users of a client, it does not
/// expire, and every browser that has it shows it.
/// </summary>
internal enum ApiKeyUse
{
    /// <summary>No key is asked for.</summary>
    None,

    /// <summary>The call counts against the client's quota; who calls is asked separately.</summary>
    Counted,

    /// <summary>The same where nobody is asked who calls, said on purpose: whatever the route answers is for everybody to know.</summary>
    CountedOnly,
}
