using System.Collections.Immutable;
using Infra.Identity;
using Pulumi;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

public sealed class PoolTriggersTests
{
    private const string Permission = "aws:lambda/permission:Permission";

    [TestCase(PoolTrigger.PreSignUp, """{"preSignUp":"arn:function"}""")]
    [TestCase(PoolTrigger.PostConfirmation, """{"postConfirmation":"arn:function"}""")]
    [TestCase(PoolTrigger.PreAuthentication, """{"preAuthentication":"arn:function"}""")]
    [TestCase(PoolTrigger.PostAuthentication, """{"postAuthentication":"arn:function"}""")]
    [TestCase(
        PoolTrigger.IdTokenGeneration,
        """{"preTokenGenerationConfig":{"lambdaArn":"arn:function","lambdaVersion":"V1_0"}}"""
    )]
    [TestCase(
        PoolTrigger.AccessTokenGeneration,
        """{"preTokenGenerationConfig":{"lambdaArn":"arn:function","lambdaVersion":"V2_0"}}"""
    )]
    [TestCase(PoolTrigger.CustomMessage, """{"customMessage":"arn:function"}""")]
    [TestCase(PoolTrigger.UserMigration, """{"userMigration":"arn:function"}""")]
    [TestCase(PoolTrigger.DefineAuthChallenge, """{"defineAuthChallenge":"arn:function"}""")]
    [TestCase(PoolTrigger.CreateAuthChallenge, """{"createAuthChallenge":"arn:function"}""")]
    [TestCase(PoolTrigger.VerifyAuthChallenge, """{"verifyAuthChallengeResponse":"arn:function"}""")]
    public async Task A_pool_asks_its_functions_and_only_it_may(object trigger, string expected)
    {
        var run = await RunAsync(
            Args() with
            {
                Triggers = ImmutableSortedDictionary<PoolTrigger, Input<string>>.Empty.Add((PoolTrigger)trigger, "arn:function"),
            }
        );

        var permission = run.One(Permission);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Pool).Json("lambdaConfig"), Is.EqualTo(expected));
            Assert.That(permission.Inputs["principal"], Is.EqualTo("cognito-idp.amazonaws.com"));
            Assert.That(permission.Inputs["action"], Is.EqualTo("lambda:InvokeFunction"));
            Assert.That(permission.Inputs["function"], Is.EqualTo("arn:function"));
            Assert.That(permission.Inputs["sourceArn"], Is.EqualTo("arn:id-pool"));
        }
    }

    [Test]
    public async Task Without_functions_nothing_is_asked() =>
        Assert.That((await RunAsync(Args())).One(Pool).Inputs, Does.Not.ContainKey("lambdaConfig"));

    [Test]
    public void One_function_makes_the_tokens() =>
        Assert.That(
            Problems(
                    Args() with
                    {
                        Triggers = ImmutableSortedDictionary<PoolTrigger, Input<string>>
                            .Empty.Add(PoolTrigger.IdTokenGeneration, "arn:a")
                            .Add(PoolTrigger.AccessTokenGeneration, "arn:b"),
                    }
                )
                .Single(),
            Does.StartWith("triggers: got id-token-generation and access-token-generation, want one of them;")
        );
}
