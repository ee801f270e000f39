using Review.Model.Aws;

namespace Review.Tests.Model.Aws;

internal sealed class IamActionsTests
{
    [TestCase("s3:GetObject")]
    [TestCase("S3:getobject")]
    [TestCase("s3:Get*")]
    [TestCase("s3:*Object")]
    [TestCase("kms:*")]
    [TestCase("ec2:Describe?ubnets")]
    [TestCase("apigateway:GET")]
    [TestCase("*")]
    public void Actions_that_AWS_has(string pattern) => Assert.That(IamActions.Exists(pattern));

    [TestCase("s3:GetObjects", "s3:GetObject")]
    [TestCase("sqs:SendMesage", "sqs:SendMessage")]
    [TestCase("dynamodb:Querry*", "dynamodb:Query")]
    [TestCase("cognito-identityprovider:AdminGetUser", null)]
    [TestCase("secretmanager:GetSecretValue", "secretsmanager:GetSecretValue")]
    [TestCase("s3", null)]
    [TestCase("s3:", null)]
    [TestCase("s3:Frobnicate", null)]
    [TestCase("*:GetObject", null)]
    [TestCase("#:IAM", null)]
    public void Actions_that_it_has_not(string pattern, string? meant)
    {
        Assert.That(IamActions.Exists(pattern), Is.False);
        Assert.That(IamActions.Nearest(pattern), Is.EqualTo(meant));
    }

    [Test]
    public void The_list_has_a_day_and_every_service_of_a_system()
    {
        Assert.That(DateOnly.TryParseExact(IamActions.Day, "yyyy-MM-dd", out _));
        string[] services =
        [
            "cognito-idp",
            "dynamodb",
            "ec2",
            "ecs",
            "elasticloadbalancing",
            "kms",
            "lambda",
            "logs",
            "rds",
            "ses",
            "wafv2",
        ];
        Assert.That(services.Where(service => !IamActions.Exists($"{service}:*")), Is.Empty);
    }
}
