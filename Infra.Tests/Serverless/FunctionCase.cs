using Infra.Serverless;

namespace Infra.Tests.Serverless;

/// <summary>A sound function that each test changes, and a folder to build it in.</summary>
internal static class FunctionCase
{
    /// <summary>Base64 of 32 bytes, which no file has.</summary>
    public static readonly string SomeHash = Convert.ToBase64String(new byte[32]);

    public static LambdaFunctionArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Role = "api",
            Description = "Answers the API",
            Artifact = InS3(),
            KeyArn = "arn:key",
        };

    public static LambdaArtifact InS3() =>
        new()
        {
            Bucket = "artifacts",
            Key = "api/1.zip",
            Version = "v1",
        };

    public static Task<Sandbox> RunAsync(LambdaFunctionArgs args) => Sandbox.RunAsync(() => _ = new LambdaFunction("idp", args));
}
