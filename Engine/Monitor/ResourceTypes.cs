using Engine.Values;

namespace Engine.Monitor;

/// <summary>An output property of a resource type, as its schema says.</summary>
internal readonly record struct OutputProperty(string Name, bool Secret, PropertyValue? Default);

/// <summary>What the monitor needs to know of resource types and functions.</summary>
internal abstract class ResourceTypes
{
    /// <summary>The output properties of a type, or nothing when its schema is not there.</summary>
    public abstract IReadOnlyList<OutputProperty>? Outputs(string type);

    /// <summary>The names a function answers, or nothing when its schema is not there.</summary>
    public abstract IEnumerable<string>? FunctionOutputs(string token);

    /// <summary>The version of a package's schema, or nothing.</summary>
    public abstract string? Version(string package);

    /// <summary>What is wrong with a goal, as far as the schemas tell, reported for its URN.</summary>
    public abstract void Check(Goal goal, string urn, DiagnosticLog log);

    /// <summary>Knows no type: every resource passes.</summary>
    public static readonly ResourceTypes None = new NoTypes();

    private sealed class NoTypes : ResourceTypes
    {
        public override IReadOnlyList<OutputProperty>? Outputs(string type) => null;

        public override IEnumerable<string>? FunctionOutputs(string token) => null;

        public override string? Version(string package) => null;

        public override void Check(Goal goal, string urn, DiagnosticLog log) { }
    }
}
