using System.Text.Json;
using Infra.Observability.Dashboards;

namespace Infra.Tests.Observability.Dashboards;

public sealed class OperationsRowsTests
{
    [Test]
    public async Task Pictures_show_what_was_promised_and_what_became_of_mail()
    {
        var run = await Sandbox.RunAsync(() =>
            _ = new Dashboard(
                "idp",
                new()
                {
                    Context = TestStacks.Prod,
                    Rows =
                    [
                        OperationsRows.Availability(new("api", "finsight-api", "prod"), new()),
                        OperationsRows.Mail(new("mail", "finsight-mail"), new()),
                    ],
                }
            )
        );

        var body = JsonDocument.Parse((string)run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"]);
        var pictures = body
            .RootElement.GetProperty("widgets")
            .EnumerateArray()
            .Select(widget => widget.GetProperty("properties"))
            .Where(properties => properties.TryGetProperty("title", out _))
            .ToDictionary(properties => properties.GetProperty("title").GetString()!, properties => properties);
        var hour = pictures["Answered by the hour (%)"];
        var day = pictures["Answered by the day (%)"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (hour.GetProperty("period").GetInt32(), day.GetProperty("period").GetInt32()),
                Is.EqualTo((3600, 86_400))
            );
            Assert.That(
                hour.GetProperty("metrics").EnumerateArray().Select(line => line.GetRawText()),
                Is.EqualTo(
                        new[]
                        {
                            """[{"expression":"IF(n\u003E=100,100*(n-f)/n,100)","label":"answered","id":"line0"}]""",
                            """["AWS/ApiGateway","5XXError","ApiName","finsight-api","Stage","prod",{"id":"f","stat":"Sum","visible":false}]""",
                            """["AWS/ApiGateway","Count","ApiName","finsight-api","Stage","prod",{"id":"n","stat":"Sum","visible":false}]""",
                        }
                    )
                    .Or.EqualTo(
                        new[]
                        {
                            """[{"expression":"IF(n>=100,100*(n-f)/n,100)","label":"answered","id":"line0"}]""",
                            """["AWS/ApiGateway","5XXError","ApiName","finsight-api","Stage","prod",{"id":"f","stat":"Sum","visible":false}]""",
                            """["AWS/ApiGateway","Count","ApiName","finsight-api","Stage","prod",{"id":"n","stat":"Sum","visible":false}]""",
                        }
                    )
            );
            Assert.That(
                hour.GetProperty("annotations").GetRawText(),
                Is.EqualTo("""{"horizontal":[{"label":"alarm","value":99.9}]}""")
            );
            Assert.That(hour.GetProperty("yAxis").GetRawText(), Is.EqualTo("""{"left":{"min":99}}"""));
            Assert.That(
                pictures["Mail"].GetProperty("metrics")[2].GetRawText(),
                Is.EqualTo("""["AWS/SES","Bounce","ses:configuration-set","finsight-mail",{"label":"came back","stat":"Sum"}]""")
            );
            Assert.That(pictures["Share called spam"].GetProperty("annotations").GetRawText(), Does.Contain("\"value\":0.001"));
        }
    }
}
