using Review.Guardrails;
using Review.Model.Aws;

namespace Review.Tests.Guardrails;

/// <summary>What is said of actions that AWS does not have.</summary>
internal sealed class PolicyNameTests
{
    [Test]
    public void Every_one_is_named_with_what_was_meant()
    {
        var stack = StackText.Of(
            """
            aws:iam/role:Role role {}
            aws:iam/rolePolicy:RolePolicy rights {"role": "@role.id", "policy!": {"Statement": [{"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObjects", "s3:PutObject", "sqs:Frobnicate"], "Resource": "*"}, {"Effect": "Deny", "NotAction": "iamm:*", "Resource": "*"}]}}
            """
        );
        Assert.That(
            Verdict(stack, "iam-action-exists").Detail,
            Is.EqualTo(
                $"rights, Read: got s3:GetObjects (did you mean s3:GetObject?), sqs:Frobnicate, want actions that AWS had on {IamActions.Day}; "
                    + $"rights, statement 2: got iamm:* (did you mean iam:*?), want an action that AWS had on {IamActions.Day}"
            )
        );
    }

    private static Verdict Verdict(StackText stack, string rule) =>
        GuardrailRun.Of(stack.Model(), [], default, [GuardrailCatalog.Find(rule)!]).Findings.Single().Verdict;
}
