using Infra.Compute;

namespace Infra.Tests.Compute;

public sealed class SecretKeyTests
{
    [Test]
    public void A_key_of_a_JSON_secret_is_named_and_a_whole_secret_or_a_parameter_is_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(new SecretKey("arn:secret", "password").ValueFrom("arn:secret"), Is.EqualTo("arn:secret:password::"));
            Assert.That(SecretKey.Whole("arn:secret").ValueFrom("arn:secret"), Is.EqualTo("arn:secret"));
            Assert.That(SecretKey.Parameter("arn:parameter").ValueFrom("arn:parameter"), Is.EqualTo("arn:parameter"));
        }
    }

    [Test]
    public async Task ECS_may_read_a_whole_secret_as_a_secret()
    {
        var app = ServiceCase.App with { Secrets = ServiceCase.App.Secrets.SetItem("PASSWORD", SecretKey.Whole("arn:whole")) };
        var run = await ServiceCase.RunAsync(ServiceCase.Args() with { Containers = [app] });

        var policy = (string)run.One("aws:iam/rolePolicy:RolePolicy", "idp-task-execution-role-policy").Inputs["policy"];
        Assert.That(policy, Does.Contain("\"Action\":\"secretsmanager:GetSecretValue\"").And.Contain("\"arn:whole\""));
    }
}
