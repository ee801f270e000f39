using Review.Comparison;

namespace Review.Tests.Comparison;

public sealed class OwnNamesTests
{
    private static readonly OwnNames Dev = new("dev", ("idp-server", "{system}"), ("111111111111", "{account}"));
    private static readonly OwnNames Prod = new("prod", ("idp-server", "{system}"), ("333333333333", "{account}"));

    [TestCase("idp-server-dev-alb", "idp-server-alb")]
    [TestCase("idp-server-dev", "idp-server")]
    [TestCase("/finsight/dev/db", "/finsight/prod/db")]
    [TestCase("/ecs/neuraKnot-dev-backend-go", "/ecs/neuraKnot-prod-backend-go")]
    [TestCase("idp.dev.example.com", "idp.example.com")]
    [TestCase("dev.taskflow.example.com", "taskflow.example.com")]
    [TestCase("https://dev.taskflow.example.com/auth/callback", "https://taskflow.example.com/auth/callback")]
    [TestCase("dev", "production")]
    [TestCase("dev", "prod")]
    [TestCase("arn:aws:iam::111111111111:role/idp-server-dev-task", "arn:aws:iam::333333333333:role/idp-server-task")]
    [TestCase(
        "[[aws:route53/record:Record|validation-idp.dev.example.com|fqdn]]",
        "[[aws:route53/record:Record|validation-idp.example.com|fqdn]]"
    )]
    [TestCase("Alert of dev: see idp-server-dev-db", "Alert of prod: see idp-server-db")]
    public void Names_of_one_thing_in_two_environments_are_the_same(string dev, string prod) =>
        Assert.That(Dev.Without(dev), Is.EqualTo(Prod.Without(prod)));

    [TestCase("idp-server-dev-alb", "idp-server-dev-alb", Description = "production refers to dev")]
    [TestCase("api.dev.example.com", "api.dev.example.com")]
    [TestCase("idp-server-dev-alb", "idp-server-dev-nlb")]
    [TestCase("arn:aws:iam::111111111111:role/a", "arn:aws:iam::111111111111:role/a")]
    [TestCase("device", "ice")]
    [TestCase("developer", "eloper")]
    public void What_is_no_name_of_its_own_stays(string dev, string prod) =>
        Assert.That(Dev.Without(dev), Is.Not.EqualTo(Prod.Without(prod)));

    [TestCase("/dev/xvda")]
    [TestCase("cat x > /dev/stdout && mount /dev/shm")]
    [TestCase("develop")]
    [TestCase("web-production-rule")]
    public void Devices_and_longer_words_are_no_environment(string text)
    {
        Assert.That(Dev.Without(text), Is.EqualTo(text));
        Assert.That(Prod.Without(text), Is.EqualTo(text));
    }

    [Test]
    public void Staging_has_a_short_form() =>
        Assert.That(new OwnNames("staging").Without("taskflow-stg"), Is.EqualTo(new OwnNames("prod").Without("taskflow-prod")));

    [Test]
    public void An_environment_of_any_other_name_counts_too() =>
        Assert.That(new OwnNames("qa7").Without("shop-qa7-db"), Is.EqualTo("shop-db"));
}
