namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for netstandard2.0, which has no such type.</summary>
internal static class IsExternalInit;
