using System.Net;
using System.Text;

namespace Infra.Cli.Tests.Tools;

/// <summary>A server on this machine that the real AWS CLI takes for AWS. What it answers is for others to say.</summary>
internal abstract class AwsServer : IDisposable
{
    protected const string Json = "application/x-amz-json-1.1";
    protected const string Xml = "text/xml";

    protected const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::111111111111:user/me</Arn><UserId>AIDAEXAMPLE</UserId><Account>111111111111</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>0</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    protected AwsServer()
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

    /// <summary>A folder for the PATH, in which <c>aws</c> is the real one and talks to this server.</summary>
    public Dictionary<string, string?> Variables(TemporaryFolder project)
    {
        // The client of Debian 12 is too old for AWS_ENDPOINT_URL.
        project.With("bin/aws", $"#!/bin/sh\nexec '{Infra.Tests.Tool.Require("aws")}' \"$@\" --endpoint-url {Url}\n");
        using (var chmod = System.Diagnostics.Process.Start("chmod", ["+x", project.File("bin/aws")]))
            chmod.WaitForExit();
        return new()
        {
            ["PATH"] = $"{project.File("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["AWS_ACCESS_KEY_ID"] = "none",
            ["AWS_SECRET_ACCESS_KEY"] = "none",
            ["AWS_PROFILE"] = null,
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
    }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _listener.Close();
    }

    /// <summary>The answer to a request.</summary>
    /// <param name="target">The operation, where the protocol has it in a header.</param>
    /// <param name="path">Method and path.</param>
    /// <param name="body">What was sent.</param>
    protected abstract (int Status, string Type, string Text) Answer(string? target, string path, string body);

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
            var request = context.Request;
            var (status, type, text) = Answer(
                request.Headers["X-Amz-Target"],
                $"{request.HttpMethod} {request.Url!.AbsolutePath}",
                body
            );
            context.Response.StatusCode = status;
            context.Response.ContentType = type;
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
            context.Response.Close();
        }
    }
}
