using Infra.Identity;
using Pulumi;
using Pulumi.Utilities;
using static Infra.Tests.Identity.PoolCase;

namespace Infra.Tests.Identity;

/// <summary>What neighbours of a <see cref="CognitoPool"/> are given.</summary>
public sealed class CognitoPoolOutputsTests
{
    [Test]
    public async Task Neighbours_get_ids_issuer_pages_and_secrets()
    {
        CognitoPool? pool = null;
        var args = Args() with
        {
            ResourceServers = Keyed("api", Api),
            Clients = Args().Clients.Add("machine", new MachineClient { Scopes = ["api/read"] }),
        };
        await Sandbox.RunAsync(() => pool = new CognitoPool("id", args));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Value(pool!.PoolId), Is.EqualTo("id:id-pool"));
            Assert.That(await Value(pool.PoolArn), Is.EqualTo("arn:id-pool"));
            Assert.That(await Value(pool.Issuer), Is.EqualTo("https://cognito-idp.ap-northeast-1.amazonaws.com/id:id-pool"));
            Assert.That(
                await Value(pool.JwksUrl),
                Is.EqualTo("https://cognito-idp.ap-northeast-1.amazonaws.com/id:id-pool/.well-known/jwks.json")
            );
            Assert.That(
                await Value(pool.DomainHost!),
                Is.EqualTo("taskflow-prod-1a2b3c4d.auth.ap-northeast-1.amazoncognito.com")
            );
            Assert.That(pool.ClientIds.Keys, Is.EqualTo(new[] { "machine", "web" }));
            Assert.That(await Value(pool.ClientIds["web"]), Is.EqualTo("id:id-client-web"));
            Assert.That(pool.ClientSecrets.Keys, Is.EqualTo(new[] { "machine" }));
            Assert.That(await Value(pool.ClientSecrets["machine"]), Is.EqualTo("client-secret:id-client-machine"));
            Assert.That(
                await Value(pool.LoginUrls["web"]),
                Is.EqualTo(
                    "https://taskflow-prod-1a2b3c4d.auth.ap-northeast-1.amazoncognito.com/login?client_id=id:id-client-web"
                        + "&response_type=code&scope=email+openid+profile&redirect_uri=https%3A%2F%2Fapp.example.com%2Fauth%2Fcallback"
                )
            );
            Assert.That(pool.LoginUrls.Keys, Is.EqualTo(new[] { "web" }));
        }
    }

    private static Task<string> Value(Output<string> output) => OutputUtilities.GetValueAsync(output);
}
