using System;

namespace Generator.Model;

/// <summary>Where an object type or enum is used; says which classes of it there are and how they are called.</summary>
[Flags]
internal enum TypeUses
{
    None = 0,
    ResourceInput = 1,
    ResourceState = 2,
    ResourceOutput = 4,
    FunctionPlainInput = 8,
    FunctionInput = 16,
    FunctionResult = 32,
}
