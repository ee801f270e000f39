namespace Infra.Identity;

/// <summary>Whether a device checks finger, face or PIN before it uses a passkey.</summary>
internal enum UserVerification
{
    /// <summary>Always: a stolen unlocked phone is not enough.</summary>
    Required,

    /// <summary>Where the device can.</summary>
    Preferred,
}
