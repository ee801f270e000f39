using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;

namespace Infra.Systems;

/// <summary>One of the systems that a stack can be: its settings and its program.</summary>
internal abstract class SystemDefinition
{
    /// <summary>The word in the stack file.</summary>
    public abstract string Name { get; }

    /// <summary>Whether names of its production carry the stack's name too, as its source has them. Default: false.</summary>
    public virtual bool MarksProduction => false;

    /// <summary>The system as physical names have it. Default: <see cref="Name"/>.</summary>
    public virtual string Brand => Name;

    /// <summary>The secrets that people bring for it; a stack file may have no others. Default: none, it makes its own.</summary>
    public virtual ImmutableArray<KnownSecret> Secrets => [];

    /// <summary>The tree of its settings. Tables have the same entries in every environment.</summary>
    public abstract SettingNode Tree { get; }

    /// <summary>The settings of a stack whose file says nothing.</summary>
    public abstract object Defaults(StackEnvironment environment);

    /// <summary>What the types of single settings cannot say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="unread">Problems of reading; what depends on those settings is not checked.</param>
    public abstract IEnumerable<Problem> Validate(StackContext context, object settings, IReadOnlyCollection<Problem> unread);

    /// <summary>Registers the resources. Called within a deployment.</summary>
    /// <returns>The outputs of the stack.</returns>
    public abstract IDictionary<string, object?> Run(StackContext context, object settings);
}

/// <summary>A system with settings of a known type.</summary>
/// <typeparam name="T">The record of its settings.</typeparam>
internal abstract class SystemDefinition<T> : SystemDefinition
    where T : class
{
    private SettingNode? _tree;

    /// <inheritdoc/>
    public sealed override SettingNode Tree => _tree ??= SettingNode.Of(DefaultsFor(StackEnvironment.Prod));

    /// <inheritdoc/>
    public sealed override object Defaults(StackEnvironment environment) => DefaultsFor(environment);

    /// <inheritdoc/>
    public sealed override IEnumerable<Problem> Validate(
        StackContext context,
        object settings,
        IReadOnlyCollection<Problem> unread
    ) => Validate(context, (T)settings, unread);

    /// <inheritdoc/>
    public sealed override IDictionary<string, object?> Run(StackContext context, object settings) => Run(context, (T)settings);

    /// <inheritdoc cref="Defaults"/>
    protected abstract T DefaultsFor(StackEnvironment environment);

    /// <inheritdoc cref="Validate(StackContext, object, IReadOnlyCollection{Problem})"/>
    protected abstract IEnumerable<Problem> Validate(StackContext context, T settings, IReadOnlyCollection<Problem> unread);

    /// <inheritdoc cref="Run(StackContext, object)"/>
    protected abstract IDictionary<string, object?> Run(StackContext context, T settings);
}
