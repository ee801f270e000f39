using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> of any type.</summary>
internal interface IInput
{
    IOutput ToOutput();

    /// <summary>What to send to the engine: a plain value, a list or map of inputs, or an output of one.</summary>
    object? Content { get; }
}
