using Review.Model;
using Review.Model.Aws;

namespace Review.Tests.Model.Aws;

internal sealed class PlainSecretsTests
{
    [TestCase("DB_PASSWORD")]
    [TestCase("db.passwd")]
    [TestCase("dbPassphrase")]
    [TestCase("PWD")]
    [TestCase("GOOGLE_CREDENTIALS")]
    [TestCase("CLIENT_CREDENTIAL")]
    [TestCase("apikey")]
    [TestCase("ENCRYPTION_KEY")]
    [TestCase("JWT_SECRET_V2")]
    [TestCase("OAUTH2_TOKEN3")]
    [TestCase("ECS_ENGINE_AUTH_DATA")]
    public void A_name_of_a_secret_is_known(string name) => Assert.That(PlainSecrets.IsSecretName(name), Is.True);

    [TestCase("TOKEN_ALGORITHM")]
    [TestCase("TOKEN_COUNT")]
    [TestCase("TOKEN_ENDPOINT")]
    [TestCase("TOKEN_ISSUER")]
    [TestCase("TOKEN_TTL")]
    [TestCase("TOKEN_URL")]
    [TestCase("TOKEN_VERSION")]
    [TestCase("TOKEN_VALIDITY_MINUTES")]
    [TestCase("TOKEN_LIFETIME_SECONDS")]
    [TestCase("SECRET_NAME")]
    [TestCase("SECRET_REGION")]
    [TestCase("PASSWORD_FILE")]
    [TestCase("PASSWORD_POLICY")]
    [TestCase("KEY_ID")]
    [TestCase("KEY_PREFIX")]
    [TestCase("PARTITION_KEY")]
    [TestCase("STRIPE_PUBLISHABLE_KEY")]
    [TestCase("MONKEY")]
    [TestCase("KEEPALIVE_TIME")]
    [TestCase("TOKENS_PER_REQUEST")]
    [TestCase("")]
    public void A_name_that_only_sounds_like_one_is_not(string name) => Assert.That(PlainSecrets.IsSecretName(name), Is.False);

    [TestCase("-----BEGIN RSA PRIVATE KEY-----", "it looks like a key")]
    [TestCase("ghp_0123456789abcdef", "it looks like a key")]
    [TestCase("redis://:hunter22@cache:6379", "the address holds a password")]
    [TestCase("redis://default:hunter22@cache:6379/0", "the address holds a password")]
    [TestCase("https://user@host:8443/", null)]
    [TestCase("https://host/a:b@c", null)]
    [TestCase("xoxb-", null)]
    public void A_value_is_known_by_its_form(string value, string? why) =>
        Assert.That(PlainSecrets.WhyOf(StackText.Of("").Model(), "SOMETHING", Text(value)), Is.EqualTo(why));

    private static Value Text(string text) => new(new Engine.Values.StringValue(text));
}
