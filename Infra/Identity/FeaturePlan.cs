namespace Infra.Identity;

/// <summary>The feature plan of a pool, from the cheapest; each has all of the one before.</summary>
internal enum FeaturePlan
{
    /// <summary>Passwords, authenticator apps, the old hosted pages.</summary>
    Lite,

    /// <summary>Also passkeys, managed login pages, password history and changed access tokens.</summary>
    Essentials,

    /// <summary>Also threat protection and exported records of sign-ins.</summary>
    Plus,
}
