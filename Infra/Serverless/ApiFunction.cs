using Pulumi;

namespace Infra.Serverless;

/// <summary>A function that an API calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Alias">Its alias; nothing where it has none.</param>
/// <param name="CallArn">The ARN of what is called, known before anything is deployed.</param>
/// <param name="InvokeArn">The same as API Gateway calls it.</param>
internal sealed record ApiFunction(string Name, string? Alias, string CallArn, Input<string> InvokeArn)
{
    /// <summary>A function of ours.</summary>
    public static ApiFunction Of(LambdaFunction function) =>
        new(function.FunctionName, function.Alias, function.CallArn, function.InvokeArn);
}
