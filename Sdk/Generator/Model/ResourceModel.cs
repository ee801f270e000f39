using System.Collections.Generic;
using System.Linq;

namespace Generator.Model;

/// <summary>A resource class with its arguments and, unless it is a component or provider, its state.</summary>
internal sealed record ResourceModel(
    string Namespace,
    string Name,
    string Token,
    string BaseToken,
    string AttributeName,
    ResourceKind Kind,
    IReadOnlyList<OutputMember> Outputs,
    InputClass Args,
    InputClass? State,
    IReadOnlyList<string> AliasTypes,
    IReadOnlyList<string> SecretOutputs,
    string? Obsolete
)
{
    /// <summary>Whether the arguments may be left out.</summary>
    public bool ArgsAreOptional => !Args.Members.Any(m => m.Required);
}
