namespace Generator.Model;

/// <summary>Where a type's name is written; object types have another class in each.</summary>
internal enum TypePosition
{
    Input,
    State,
    Output,
}
