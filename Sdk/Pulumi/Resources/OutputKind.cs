using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>Makes outputs of a type that is known at run time only.</summary>
internal abstract class OutputKind
{
    private static readonly ConcurrentDictionary<Type, OutputKind> Kinds = new();

    public static OutputKind Of(Type value) =>
        Kinds.GetOrAdd(value, static t => (OutputKind)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(t))!);

    public abstract object Create(ResourceOutputs owner, string property);

    public abstract object Create(UntypedData data);

    private sealed class Typed<T> : OutputKind
    {
        public override object Create(ResourceOutputs owner, string property) => new Output<T>(owner, property);

        public override object Create(UntypedData data) =>
            new Output<T>(new OutputData<T>(data.Resources, (T)data.Value!, data.IsKnown, data.IsSecret));
    }
}
