using Infra.Policies;

namespace Infra.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Test]
    public void A_policy_is_written_as_AWS_hands_it_back()
    {
        var policy = PolicyDocument.Of(
            new Statement("Read")
            {
                Actions = ["s3:GetObject", "s3:ListBucket"],
                Resources = ["arn:a"],
                Principal = Principal.Services("logs.amazonaws.com"),
                Conditions = [new("StringEquals", "a:b", "1"), new("StringEquals", "a:c", "2", "3"), new("Bool", "a:d", "true")],
            }
        );

        Assert.That(
            policy,
            Is.EqualTo(
                """
                {"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Principal":{"Service":"logs.amazonaws.com"},
                "Action":["s3:GetObject","s3:ListBucket"],"Resource":"arn:a",
                "Condition":{"StringEquals":{"a:b":"1","a:c":["2","3"]},"Bool":{"a:d":"true"}}}]}
                """.ReplaceLineEndings("")
            )
        );
    }

    [Test]
    public void A_denial_forbids_what_it_would_allow() =>
        Assert.That(
            PolicyDocument.Of(new Statement("No") { Actions = ["a:b"], Principal = Principal.Anybody }.Deny()),
            Is.EqualTo(
                """{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Principal":{"AWS":"*"},"Action":"a:b","Resource":"*"}]}"""
            )
        );
}
