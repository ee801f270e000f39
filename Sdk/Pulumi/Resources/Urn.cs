using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The engine's unique name of a resource: <c>urn:pulumi:stack::project::types::name</c>.</summary>
/// <param name="value">The text; it is not checked.</param>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private const string Separator = "::";

    private readonly string? _value = value;

    /// <summary>The URN a resource would have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Its type token.</param>
    /// <param name="parent">Its parent. Default: none.</param>
    /// <param name="parentUrn">The URN of its parent, instead of <paramref name="parent"/>. Default: none.</param>
    /// <param name="project">Its project. Default: this one; not used with a parent.</param>
    /// <param name="stack">Its stack. Default: this one; not used with a parent.</param>
    /// <exception cref="ArgumentException">Both a parent and the URN of one are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null
    )
    {
        if (parent is not null && parentUrn is not null)
            throw new ArgumentException("got both a parent and the URN of a parent, want one of them", nameof(parentUrn));

        var above = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix =
            above?.Apply(urn => urn[..urn.LastIndexOf(Separator, StringComparison.Ordinal)] + "$")
            ?? Output.Format(
                $"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::"
            );
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <summary>The last type of the chain.</summary>
    internal static string TypeOf(string urn)
    {
        var chain = Part(urn, 2);
        return chain[(chain.LastIndexOf('$') + 1)..];
    }

    /// <summary>The name, which may itself contain the separator.</summary>
    internal static string NameOf(string urn) => Part(urn, 3);

    private static string Part(string urn, int index)
    {
        var parts = urn.Split(Separator, 4);
        return parts.Length == 4 ? parts[index] : throw new ArgumentException($"'{urn}' is not a URN", nameof(urn));
    }

    /// <inheritdoc/>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_value ?? "").GetHashCode(StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => _value ?? "";

    /// <summary>The text.</summary>
    /// <param name="value">The URN.</param>
    public static implicit operator string(Urn value) => value.ToString();

    /// <summary>Whether both have the same text.</summary>
    /// <param name="left">One URN.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether their texts differ.</summary>
    /// <inheritdoc cref="op_Equality(Urn, Urn)"/>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);
}
