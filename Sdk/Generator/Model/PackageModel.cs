using System.Collections.Generic;

namespace Generator.Model;

/// <summary>Everything to generate for a package, ready to be written.</summary>
internal sealed record PackageModel(
    string RootNamespace,
    string AttributeName,
    string Version,
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<FunctionModel> Functions,
    IReadOnlyList<TypeModel> Types,
    IReadOnlyList<EnumModel> Enums
);
