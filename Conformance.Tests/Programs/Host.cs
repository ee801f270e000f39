using System.Collections.Frozen;

namespace Conformance.Tests.Programs;

/// <summary>The entry point of this assembly when it is started as a Pulumi program: the first argument names the case.</summary>
internal static class Host
{
    private static readonly FrozenDictionary<string, Func<Task<int>>> Programs = new Dictionary<string, Func<Task<int>>>
    {
        ["aliases"] = Aliases.RunAsync,
        ["assets-and-archives"] = AssetsAndArchives.RunAsync,
        ["depends-on"] = DependsOn.RunAsync,
        ["duplicate-names"] = DuplicateNames.RunAsync,
        ["fails-by-logging"] = FailsByLogging.RunAsync,
        ["fails-in-apply"] = FailsInApply.RunAsync,
        ["fails-with-exception"] = FailsWithException.RunAsync,
        ["fails-with-resource-error"] = FailsWithResourceError.RunAsync,
        ["fails-with-run-error"] = FailsWithRunError.RunAsync,
        ["invokes"] = Invokes.RunAsync,
        ["json"] = Json.RunAsync,
        ["logging"] = Logging.RunAsync,
        ["missing-config"] = MissingConfig.RunAsync,
        ["nested-components"] = NestedComponents.RunAsync,
        ["network"] = Network.RunAsync,
        ["options"] = Options.RunAsync,
        ["providers"] = Providers.RunAsync,
        ["read"] = Read.RunAsync,
        ["remote-component"] = RemoteComponent.RunAsync,
        ["resource-references"] = ResourceReferences.RunAsync,
        ["secret-flow"] = SecretFlow.RunAsync,
        ["secrets-in-config"] = SecretsInConfig.RunAsync,
        ["secrets-in-values"] = SecretsInValues.RunAsync,
        ["stack-outputs"] = StackOutputs.RunAsync,
        ["stack-reference"] = StackReferences.RunAsync,
        ["transformations"] = Transformations.RunAsync,
        ["unknown-outputs"] = UnknownOutputs.RunAsync,
        ["value-shapes"] = ValueShapes.RunAsync,
    }.ToFrozenDictionary();

    /// <summary>The names of the cases, in order.</summary>
    public static IEnumerable<string> Cases => Programs.Keys.Order(StringComparer.Ordinal);

    public static Task<int> Main(string[] arguments) =>
        arguments is [var name] && Programs.TryGetValue(name, out var program)
            ? program()
            : throw new ArgumentException(
                $"got '{string.Join(' ', arguments)}', want one of {string.Join(", ", Cases)}",
                nameof(arguments)
            );
}
