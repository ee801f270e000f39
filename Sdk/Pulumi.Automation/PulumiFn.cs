using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>A program that is a function, or a class, of this process.</summary>
public abstract class PulumiFn
{
    internal PulumiFn() { }

    /// <summary>What makes the stack, inside of a deployment.</summary>
    /// <param name="cancellationToken">Ends when who ran the program, or the engine, gives up.</param>
    internal abstract Action Start(CancellationToken cancellationToken);

    /// <summary>A function that answers the outputs of the stack.</summary>
    /// <param name="program">The function; its token ends when who ran it, or the engine, gives up.</param>
    public static PulumiFn Create(Func<CancellationToken, Task<IDictionary<string, object?>>> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new Starter(token => Deployment.Starting(() => program(token)));
    }

    /// <inheritdoc cref="Create(Func{CancellationToken, Task{IDictionary{string, object?}}})"/>
    public static PulumiFn Create(Func<Task<IDictionary<string, object?>>> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Create(_ => program());
    }

    /// <summary>A function without outputs.</summary>
    /// <inheritdoc cref="Create(Func{CancellationToken, Task{IDictionary{string, object?}}})"/>
    public static PulumiFn Create(Func<CancellationToken, Task> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Create(async token =>
        {
            await program(token).ConfigureAwait(false);
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });
    }

    /// <inheritdoc cref="Create(Func{CancellationToken, Task})"/>
    public static PulumiFn Create(Func<Task> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Create((CancellationToken _) => program());
    }

    /// <summary>A function that answers the outputs of the stack.</summary>
    /// <param name="program">The function.</param>
    public static PulumiFn Create(Func<IDictionary<string, object?>> program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Create(_ => Task.FromResult(program()));
    }

    /// <summary>A function without outputs.</summary>
    /// <param name="program">The function.</param>
    public static PulumiFn Create(Action program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Create(() =>
        {
            program();
            return (IDictionary<string, object?>)ImmutableDictionary<string, object?>.Empty;
        });
    }

    /// <summary>A class: its constructor makes the resources, its marked properties are the outputs.</summary>
    /// <typeparam name="TStack">The class.</typeparam>
    public static PulumiFn Create<TStack>()
        where TStack : Stack, new() => new Starter(_ => Deployment.Starting<TStack>());

    /// <inheritdoc cref="Create{TStack}()"/>
    /// <param name="serviceProvider">Makes the object of the class.</param>
    public static PulumiFn Create<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack => Create(serviceProvider, typeof(TStack));

    /// <summary>A class: its constructor makes the resources, its marked properties are the outputs.</summary>
    /// <param name="serviceProvider">Makes the object of the class.</param>
    /// <param name="stackType">The class; one that is no <see cref="Stack"/> is refused.</param>
    public static PulumiFn Create(IServiceProvider serviceProvider, Type stackType)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        ArgumentNullException.ThrowIfNull(stackType);
        if (!stackType.IsAssignableTo(typeof(Stack)))
            throw new ArgumentException(
                $"got {stackType.FullName}, want a class derived from {typeof(Stack).FullName}",
                nameof(stackType)
            );
        return new Starter(_ => Deployment.Starting(serviceProvider, stackType));
    }

    private sealed class Starter(Func<CancellationToken, Action> start) : PulumiFn
    {
        internal override Action Start(CancellationToken cancellationToken) => start(cancellationToken);
    }
}
