using System.Net;
using System.Text;
using System.Text.Json;

namespace Infra.Cli.Tests.Users;

/// <summary>A server on this machine that the real AWS CLI takes for AWS: it writes down every request and answers it.</summary>
internal sealed class AwsEndpoint : IDisposable
{
    private const string Cognito = "AWSCognitoIdentityProviderService.";

    private readonly HttpListener _listener = new();
    private readonly List<(string Operation, string Body)> _requests = [];
    private readonly Task _serving;

    public AwsEndpoint()
    {
        using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }
        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The Cognito operations that were asked for, in order, each with its request as canonical JSON.</summary>
    public IReadOnlyList<(string Operation, string Body)> Requests => _requests;

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(context.Request.InputStream);
            var body = await reader.ReadToEndAsync();
            var target = context.Request.Headers["X-Amz-Target"];
            var (type, answer) = target is null ? ("text/xml", Identity) : ("application/x-amz-json-1.1", Answer(target, body));
            context.Response.ContentType = type;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            context.Response.Close();
        }
    }

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

    private const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::111111111111:user/me</Arn><UserId>AIDAEXAMPLE</UserId><Account>111111111111</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;
}
