using Infra.Identity;
using Infra.Policies;
using Infra.Tests.Policies;

namespace Infra.Tests.Identity;

public sealed class PoolRightsTests
{
    private const string Pool = "arn:aws:cognito-idp:ap-northeast-1:111111111111:userpool/ap-northeast-1_AbC123";

    [Test]
    public void A_server_may_look_up_users_and_keep_them_up_to_date_in_one_pool()
    {
        var statements = PolicyReading.Statements(PolicyDocument.Of(PoolRights.Of(Pool)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements.Keys, Is.EquivalentTo(new[] { "LookUpUsers", "KeepUsersUpToDate" }));
            Assert.That(
                statements["LookUpUsers"].Texts("Action"),
                Is.EqualTo(new[] { "cognito-idp:AdminGetUser", "cognito-idp:AdminListGroupsForUser", "cognito-idp:ListUsers" })
            );
            Assert.That(
                statements["KeepUsersUpToDate"].Texts("Action"),
                Is.EqualTo(new[] { "cognito-idp:AdminUpdateUserAttributes", "cognito-idp:AdminUserGlobalSignOut" })
            );
            foreach (var statement in statements.Values)
            {
                Assert.That(statement.Texts("Resource"), Is.EqualTo(new[] { Pool }));
                Assert.That(statement.GetProperty("Effect").GetString(), Is.EqualTo("Allow"));
            }
        }
    }
}
