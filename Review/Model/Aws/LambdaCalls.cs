namespace Review.Model.Aws;

/// <summary>Functions of Lambda and who calls them.</summary>
internal static class LambdaCalls
{
    /// <summary>The type of functions.</summary>
    public const string Function = "aws:lambda/function:Function";

    /// <summary>The type of permissions to call them.</summary>
    public const string Permission = "aws:lambda/permission:Permission";

    private const string Alias = "aws:lambda/alias:Alias";

    // Services that leave a message and do not wait for the answer.
    private static readonly string[] Asynchronous =
    [
        "sns.amazonaws.com",
        "events.amazonaws.com",
        "s3.amazonaws.com",
        "ses.amazonaws.com",
        "config.amazonaws.com",
        "codecommit.amazonaws.com",
        "iot.amazonaws.com",
    ];

    // Types and inputs that name what they call.
    private static readonly (string Type, string Property)[] Callers =
    [
        (RestApis.Integration, "uri"),
        ("aws:apigateway/authorizer:Authorizer", "authorizerUri"),
        ("aws:apigatewayv2/integration:Integration", "integrationUri"),
        ("aws:sns/topicSubscription:TopicSubscription", "endpoint"),
        ("aws:cloudwatch/eventTarget:EventTarget", "arn"),
        ("aws:scheduler/schedule:Schedule", "target"),
        ("aws:lambda/eventSourceMapping:EventSourceMapping", "functionName"),
        ("aws:s3/bucketNotification:BucketNotification", "lambdaFunctions"),
    ];

    /// <summary>The aliases of a function.</summary>
    public static IEnumerable<Resource> Aliases(this Resource function) => function.ReferredBy(Alias, "functionName");

    /// <summary>Who calls a function itself, and so whatever was written last, instead of one of its aliases.</summary>
    public static IEnumerable<Resource> UnqualifiedCallers(this Resource function) =>
        Callers.SelectMany(caller =>
            function
                .ReferredBy(caller.Type, caller.Property)
                .Where(from => !from.Referred(caller.Property, Alias).Any() && !IsQualified(from[caller.Property].Text))
        );

    // arn:aws:lambda:region:account:function:name:alias, where a program writes it out.
    private static bool IsQualified(string? arn) =>
        arn?.Split(':') is ["arn", _, "lambda", _, _, "function", _, not ("" or "$LATEST")];

    /// <summary>The methods of API Gateway that wait for a function.</summary>
    public static IEnumerable<Resource> Integrations(this Resource function) =>
        function.Aliases().Prepend(function).SelectMany(called => called.ReferredBy(RestApis.Integration, "uri"));

    /// <summary>Whether a service leaves messages for a function, and nobody waits for the answer.</summary>
    public static bool IsCalledAsynchronously(this Resource function) =>
        function.ReferredBy(Permission, "function").Any(permission => Asynchronous.Contains(permission["principal"].Text));

    /// <summary>The log group of a function, as far as it is in the stack.</summary>
    public static Resource? LogGroup(this Resource function) =>
        function
            .Stack.References.In(LogGroupName(function) ?? "")
            .Concat(function.Referred("loggingConfig"))
            .FirstOrDefault(target => target.Type == "aws:cloudwatch/logGroup:LogGroup");

    /// <summary>The name of the log group of a function; nothing where it is not known.</summary>
    public static string? LogGroupName(this Resource function) =>
        function["loggingConfig.logGroup"] is { IsMissing: false } said ? said.Text
        : function["name"] is { IsUnknown: false, Text: { } name } ? $"/aws/lambda/{name}"
        : null;
}
