using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Runs a program against mocks; nothing real is made. Tests that call this may not run at the same time.</summary>
    /// <typeparam name="TStack">The program, as a class.</typeparam>
    /// <param name="mocks">Answer in place of providers.</param>
    /// <param name="options">Names and kind of the deployment. Default: a preview of stack <c>stack</c> of project <c>project</c>.</param>
    /// <returns>The resources in the order of their registration, the stack among them.</returns>
    /// <exception cref="RunException">The program failed or logged an error; several make an <see cref="AggregateException"/>.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() => TestProgramAsync(mocks, options, () => Make<TStack>().RegisterPropertyOutputs());

    /// <inheritdoc cref="TestAsync{TStack}(IMocks, TestOptions?)"/>
    /// <param name="serviceProvider">Makes the object of the class.</param>
    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null
    )
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return TestProgramAsync(mocks, options, () => Resolve<TStack>(serviceProvider).RegisterPropertyOutputs());
    }

    /// <summary>Runs a program against mocks; nothing real is made. Tests that call this may not run at the same time.</summary>
    /// <param name="testMocks">Answer in place of providers.</param>
    /// <param name="testOptions">Names and kind of the deployment.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registration, without the stack.</returns>
    /// <exception cref="RunException">The program failed or logged an error; several make an <see cref="AggregateException"/>.</exception>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return ResourcesAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources();
                return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
            }
        );
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    public static Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return ResourcesAsync(
            testMocks,
            testOptions,
            async () =>
            {
                await createResources().ConfigureAwait(false);
                return ImmutableDictionary<string, object?>.Empty;
            }
        );
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Action)"/>
    /// <returns>The resources in the order of their registration, without the stack; and what the program answered.</returns>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources
    )
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{IDictionary{string, object?}})"/>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources
    )
    {
        ArgumentNullException.ThrowIfNull(createResources);
        IDictionary<string, object?> outputs = ImmutableDictionary<string, object?>.Empty;
        var resources = await TestProgramAsync(
                testMocks,
                testOptions,
                () => _ = new Stack(async () => outputs = await createResources().ConfigureAwait(false), options: null)
            )
            .ConfigureAwait(false);
        return (resources.RemoveAll(resource => resource is Stack), outputs);
    }

    private static async Task<ImmutableArray<Resource>> ResourcesAsync(
        IMocks mocks,
        TestOptions options,
        Func<Task<IDictionary<string, object?>>> program
    ) => (await TestAsync(mocks, options, program).ConfigureAwait(false)).Resources;

    private static async Task<ImmutableArray<Resource>> TestProgramAsync(IMocks mocks, TestOptions? options, Action start)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        var facts = new DeploymentFacts(
            options?.ProjectName ?? "project",
            options?.StackName ?? "stack",
            options?.OrganizationName ?? DeploymentFacts.DefaultOrganization,
            options?.IsPreview ?? true,
            options?.RootDirectory
        );
        var (monitor, engine) = (new MockMonitor(mocks, facts), new MockEngine());
        await new Deployment(monitor, engine, facts).RunToEndAsync(start).ConfigureAwait(false);
        return engine.Errors.ToArray() switch
        {
            [] => monitor.Resources,
            [var only] => throw new RunException(only),
            var several => throw new AggregateException(several.Select(error => new RunException(error))),
        };
    }
}
