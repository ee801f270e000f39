namespace Review.Model;

/// <summary>One entry of a map. A class, as <see cref="Value"/> is: code over values of classes is compiled ahead, over structs at every start.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">What it holds.</param>
public sealed record Member(string Key, Value Value);
