using System.Text.Json;
using Infra.Cli.Tests.Tools;

namespace Infra.Cli.Tests.Users;

/// <summary>Cognito, as the real AWS CLI sees it: it writes down every request and answers it.</summary>
internal sealed class AwsEndpoint : AwsServer
{
    private const string Cognito = "AWSCognitoIdentityProviderService.";

    private readonly List<(string Operation, string Body)> _requests = [];

    /// <summary>The Cognito operations that were asked for, in order, each with its request as canonical JSON.</summary>
    public IReadOnlyList<(string Operation, string Body)> Requests => _requests;

    protected override (int Status, string Type, string Text) Answer(string? target, string path, string body) =>
        target is null ? (200, Xml, Identity) : (200, Json, Answer(target, body));

    private string Answer(string target, string body)
    {
        Assert.That(target, Does.StartWith(Cognito));
        using var document = JsonDocument.Parse(body);
        _requests.Add((target[Cognito.Length..], document.RootElement.ToString()));
        return target[Cognito.Length..] switch
        {
            "AdminGetUser" =>
                """{"Username": "5d4c", "UserStatus": "CONFIRMED", "Enabled": true, "UserCreateDate": 1767323045, "UserLastModifiedDate": 1767323045}""",
            "AdminListGroupsForUser" => """{"Groups": [{"GroupName": "admin"}]}""",
            "AdminCreateUser" => """{"User": {"Username": "5d4c", "Enabled": true}}""",
            _ => "{}",
        };
    }
}
