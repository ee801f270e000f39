namespace Infra.Identity;

/// <summary>When a pool asks a function of ours.</summary>
internal enum PoolTrigger
{
    /// <summary>Before somebody signs up.</summary>
    PreSignUp,

    /// <summary>After somebody has confirmed the sign-up.</summary>
    PostConfirmation,

    /// <summary>Before somebody signs in.</summary>
    PreAuthentication,

    /// <summary>After somebody signed in.</summary>
    PostAuthentication,

    /// <summary>Before an id token is made.</summary>
    IdTokenGeneration,

    /// <summary>Before id and access tokens are made; needs the plan Essentials.</summary>
    AccessTokenGeneration,

    /// <summary>Before a message is sent.</summary>
    CustomMessage,

    /// <summary>When somebody unknown signs in who may be known elsewhere.</summary>
    UserMigration,

    /// <summary>To say which challenge comes next.</summary>
    DefineAuthChallenge,

    /// <summary>To make a challenge.</summary>
    CreateAuthChallenge,

    /// <summary>To check the answer to it.</summary>
    VerifyAuthChallenge,
}
