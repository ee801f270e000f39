using FsCheck;
using FsCheck.Fluent;
using Infra.Security;

namespace Infra.Tests.Security;

public sealed class SecretTextTests
{
    [Test]
    public void A_UUID_is_one_of_version_4_whatever_the_password() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<Guid>(),
                seed =>
                    Guid.TryParseExact(SecretText.Uuid(seed.ToString()), "D", out var uuid)
                    && uuid.Version == 4
                    && uuid.Variant is >= 8 and <= 11
            )
            .Check(Config.QuickThrowOnFailure);

    [Test]
    public void A_key_is_32_bytes_in_base64()
    {
        var key = SecretText.Base64Key("password");

        Assert.That(Convert.FromBase64String(key), Has.Length.EqualTo(32));
    }

    [Test]
    public void The_same_password_gives_the_same_texts_and_another_gives_others()
    {
        using (Assert.EnterMultipleScope())
        {
            // SHA-256 of "a" begins ca978112ca1bbdcafac231b39a23dc4d.
            Assert.That(SecretText.Uuid("a"), Is.EqualTo("ca978112-ca1b-4dca-bac2-31b39a23dc4d"));
            Assert.That(SecretText.Base64Key("a"), Is.EqualTo("ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="));
            Assert.That(SecretText.Uuid("b"), Is.Not.EqualTo(SecretText.Uuid("a")));
        }
    }
}
