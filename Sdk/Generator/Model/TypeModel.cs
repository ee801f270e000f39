using System.Collections.Generic;

namespace Generator.Model;

/// <summary>All classes of one object type: under <c>Inputs</c> and under <c>Outputs</c> of its namespace.</summary>
internal sealed record TypeModel(
    string Namespace,
    string Name,
    IReadOnlyList<InputClass> Inputs,
    IReadOnlyList<OutputClass> Outputs
);
