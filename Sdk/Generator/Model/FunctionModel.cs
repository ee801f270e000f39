using System.Linq;

namespace Generator.Model;

/// <summary>A function: its plain arguments, the same as inputs, and its result.</summary>
internal sealed record FunctionModel(
    string Namespace,
    string Name,
    string Token,
    InputClass? Args,
    InputClass? InvokeArgs,
    OutputClass? Result,
    string? Obsolete
)
{
    /// <summary>Whether the arguments may be left out.</summary>
    public bool ArgsAreOptional => Args is null || !Args.Members.Any(m => m.Required);
}
