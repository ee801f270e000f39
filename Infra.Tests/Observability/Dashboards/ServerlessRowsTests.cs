using System.Text.Json;
using Infra.Observability.Dashboards;

namespace Infra.Tests.Observability.Dashboards;

public sealed class ServerlessRowsTests
{
    [Test]
    public async Task Pictures_show_API_functions_tables_and_canaries()
    {
        var run = await Sandbox.RunAsync(() =>
            _ = new Dashboard(
                "idp",
                new()
                {
                    Context = TestStacks.Prod,
                    Rows =
                    [
                        ServerlessRows.Api(new("api", "taskflow-api", "api"), "API レイテンシ"),
                        ServerlessRows.Functions([new("lambda", "taskflow-api", 29)]),
                        ServerlessRows.FailedEvents([
                            new("lambda-a", "finsight-a", 30),
                            new("lambda-b", "finsight-b", 30) { FailureQueue = "finsight-b-failed" },
                        ]),
                        ServerlessRows.Tables([new("table", "taskflow-tasks")]),
                        ServerlessRows.Canaries([new("canary", "web-platform-health", 5)]),
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
            .ToDictionary(properties => properties.GetProperty("title").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            var latency = pictures["API レイテンシ"];
            Assert.That(latency.GetProperty("period").GetInt32(), Is.EqualTo(300));
            Assert.That(
                latency.GetProperty("metrics").EnumerateArray().Select(line => line.GetRawText()),
                Is.EqualTo(
                    new[]
                    {
                        """["AWS/ApiGateway","Latency","ApiName","taskflow-api","Stage","api",{"label":"average","stat":"Average"}]""",
                        """["AWS/ApiGateway","Latency","ApiName","taskflow-api","Stage","api",{"label":"p95","stat":"p95"}]""",
                    }
                )
            );
            Assert.That(First("API requests"), Does.Contain("\"Count\"").And.Contain("\"Sum\""));
            Assert.That(First("API errors"), Does.Contain("\"4XXError\""));
            Assert.That(
                First("Duration, p95 (ms)"),
                Is.EqualTo("""["AWS/Lambda","Duration","FunctionName","taskflow-api",{"label":"taskflow-api","stat":"p95"}]""")
            );
            Assert.That(
                pictures["Events that failed for good"].GetProperty("metrics").EnumerateArray().Single().GetRawText(),
                Is.EqualTo(
                    """["AWS/SQS","ApproximateNumberOfMessagesVisible","QueueName","finsight-b-failed",{"label":"finsight-b","stat":"Maximum"}]"""
                )
            );
            Assert.That(First("Calls turned away"), Does.Contain("\"Throttles\""));
            Assert.That(
                First("Reads and writes turned away"),
                Is.EqualTo(
                    """["AWS/DynamoDB","ReadThrottleEvents","TableName","taskflow-tasks",{"label":"taskflow-tasks ReadThrottleEvents","stat":"Sum"}]"""
                )
            );
            Assert.That(First("Answered (%)"), Does.Contain("\"SuccessPercent\"").And.Contain("\"web-platform-health\""));
            Assert.That(pictures["API requests"].GetProperty("period").GetInt32(), Is.EqualTo(60));
        }

        string First(string title) => pictures[title].GetProperty("metrics")[0].GetRawText();
    }
}
