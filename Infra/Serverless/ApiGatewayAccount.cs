namespace Infra.Serverless;

/// <summary>
/// Who sets the one role with which API Gateway writes logs in an account and region. Stacks that both set it would take it from each other.
/// </summary>
internal enum ApiGatewayAccount
{
    /// <summary>This stack; it stays when the stack goes.</summary>
    Manage,

    /// <summary>Another stack of the account has. Without it AWS refuses a stage that logs.</summary>
    Assume,
}
