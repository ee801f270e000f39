namespace Infra.Identity;

/// <summary>What people type to say who they are. A pool keeps its choice for ever.</summary>
internal enum SignInName
{
    /// <summary>Their e-mail address; Cognito makes up the user name.</summary>
    Email,

    /// <summary>A user name of their own or their verified e-mail address.</summary>
    UserNameOrEmail,
}
