namespace SchemaTool;

/// <summary>The schema or the list of tokens cannot be used; the message says why.</summary>
internal sealed class SchemaException(string message) : Exception(message);
