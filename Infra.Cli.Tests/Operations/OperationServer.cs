using System.Net;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Operations;

/// <summary>Every service that operations ask, as the real AWS CLI sees it: requests are written down, answers played in turn, the last for ever.</summary>
internal sealed class OperationServer : AwsServer
{
    private readonly Dictionary<string, Queue<(int Status, string Type, string Text)>> _answers = [];
    private readonly List<(string Operation, string Body)> _requests = [];

    /// <summary>Operation and request, without those that only ask who one is.</summary>
    public IReadOnlyList<(string Operation, string Body)> Requests => _requests;

    /// <summary>The operations in order, without those that only look.</summary>
    public IEnumerable<string> Changes =>
        _requests
            .Select(request => request.Operation)
            .Where(operation =>
                !operation.StartsWith("Describe", StringComparison.Ordinal)
                && !operation.StartsWith("List", StringComparison.Ordinal)
                && !operation.StartsWith("GET ", StringComparison.Ordinal)
            );

    /// <summary>The one request of an operation.</summary>
    public string Body(string operation) => _requests.Single(request => request.Operation == operation).Body;

    /// <summary>The next answer of an operation that speaks JSON; one of Lambda is named by method and path.</summary>
    public OperationServer Says(string operation, string json) => Add(operation, (200, Json, json));

    /// <summary>The next answer of an operation of RDS, ElastiCache or CloudWatch.</summary>
    public OperationServer SaysXml(string operation, string result) =>
        Add(
            operation,
            (
                200,
                Xml,
                $"<{operation}Response><{operation}Result>{result}</{operation}Result><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></{operation}Response>"
            )
        );

    /// <summary>The next answer of an operation is an error of that name.</summary>
    public OperationServer Fails(string operation, string code, bool xml = false) =>
        Add(
            operation,
            xml
                ? (
                    404,
                    Xml,
                    $"<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code><Message>said so</Message></Error></ErrorResponse>"
                )
                : (400, Json, $$"""{"__type": "{{code}}", "message": "said so"}""")
        );

    protected override (int Status, string Type, string Text) Answer(string? target, string path, string body)
    {
        // A header names the operation, or a form field, or the path.
        var form = body.Split('&').Select(pair => pair.Split('=')).Where(pair => pair.Length == 2).ToList();
        var action = form.Where(pair => pair[0] == "Action").Select(pair => pair[1]).FirstOrDefault();
        if (action == "GetCallerIdentity")
            return (200, Xml, Identity);
        var operation = target is not null ? target[(target.LastIndexOf('.') + 1)..] : action ?? path;
        lock (_requests)
        {
            var told = action is null
                ? body
                : string.Join('\n', form.Select(pair => $"{pair[0]}={WebUtility.UrlDecode(pair[1])}"));
            _requests.Add((operation, told));
            if (!_answers.TryGetValue(operation, out var answers))
                return (400, Json, $$"""{"__type": "Unexpected", "message": "nobody expected {{operation}}"}""");
            return answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        }
    }

    private OperationServer Add(string operation, (int, string, string) answer)
    {
        if (!_answers.TryGetValue(operation, out var answers))
            _answers[operation] = answers = new();
        answers.Enqueue(answer);
        return this;
    }
}
