using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Observability.Dashboards;
using Pulumi;
using Pulumi.Utilities;
using static Infra.Tests.Observability.UserPoolCase;

namespace Infra.Tests.Observability.Dashboards;

public sealed class UserPoolRowsTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public async Task Sign_ins_are_shown_by_the_hour_as_succeeded_and_failed()
    {
        var row = UserPoolRows.Of("Users", "認証メトリクス", Watch);
        var properties = await PropertiesAsync(row.Widgets[0]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (row.Title, row.Widgets[0].Title, row.Widgets[0].Kind),
                Is.EqualTo(("Users", "認証メトリクス", "metric"))
            );
            Assert.That(properties["period"]!.GetValue<int>(), Is.EqualTo(3600));
            Assert.That(properties["region"]!.GetValue<string>(), Is.EqualTo("ap-northeast-1"));
            Assert.That(
                Metrics(properties),
                Is.EqualTo(
                    new[]
                    {
                        """[{"expression":"(FILL(s0,0))","label":"succeeded","id":"line0"}]""",
                        """[{"expression":"(FILL(n0,0))-(FILL(s0,0))","label":"failed","id":"line1"}]""",
                        """["AWS/Cognito","SignInSuccesses","UserPool","ap-northeast-1_1","UserPoolClient","client-1",{"id":"n0","stat":"SampleCount","visible":false}]""",
                        """["AWS/Cognito","SignInSuccesses","UserPool","ap-northeast-1_1","UserPoolClient","client-1",{"id":"s0","stat":"Sum","visible":false}]""",
                    }
                )
            );
        }
    }

    [Test]
    public async Task Several_applications_are_added_up()
    {
        var watch = Watch with { Clients = Watch.Clients.Add("mobile", Output.Create("client-2")) };

        var metrics = Metrics(await PropertiesAsync(UserPoolRows.Of("Users", "Sign-ins", watch).Widgets[0]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(metrics[1], Does.Contain("\"(FILL(n0,0)+FILL(n1,0))-(FILL(s0,0)+FILL(s1,0))\""));
            Assert.That(metrics.Count(metric => metric.Contains("client-2", StringComparison.Ordinal)), Is.EqualTo(2));
        }
    }

    [TestCase(true, "Sign-ins", "Renewed tokens", "Account takeovers", "Compromised credentials", "Blocked risky requests")]
    [TestCase(false, "Sign-ins", "Renewed tokens")]
    public void Risks_are_shown_where_they_are_measured(bool measured, params string[] titles) =>
        Assert.That(
            UserPoolRows
                .Of("Users", "Sign-ins", Watch with { HasThreatProtection = measured })
                .Widgets.Select(widget => widget.Title),
            Is.EqualTo(titles)
        );

    [Test]
    public async Task A_dashboard_takes_the_row()
    {
        var run = await Sandbox.RunAsync(() =>
            _ = new Dashboard("id", new() { Context = TestStacks.Prod, Rows = [UserPoolRows.Of("Users", "Sign-ins", Watch)] })
        );

        Assert.That(
            (string)run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"],
            Does.Contain("\"title\":\"Sign-ins\"").And.Contain("AccountTakeoverRisk").And.Contain("TokenRefreshSuccesses")
        );
    }

    private static Task<JsonObject> PropertiesAsync(DashboardWidget widget) =>
        OutputUtilities.GetValueAsync(widget.Properties("ap-northeast-1"));

    private static string[] Metrics(JsonObject properties) =>
        [.. properties["metrics"]!.AsArray().Select(metric => metric!.ToJsonString(Readable))];
}
