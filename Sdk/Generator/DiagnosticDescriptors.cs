using Microsoft.CodeAnalysis;

namespace Generator;

/// <summary>
/// Everything the generator can complain about. {0} is always the schema's file name. An id is never given to another problem;
/// docs/diagnostics.md says what to do about each.
/// </summary>
internal static class DiagnosticDescriptors
{
    private const string Category = "PulumiSchema";

    public static readonly DiagnosticDescriptor NotJson = Error("IDPGEN001", "The schema is not JSON", "{0} is not JSON: {1}");

    public static readonly DiagnosticDescriptor NotASchema = Error(
        "IDPGEN002",
        "The file is not a Pulumi package schema",
        "{0} is not a Pulumi package schema: want an object with a 'name' and a 'version'"
    );

    public static readonly DiagnosticDescriptor SeveralPackages = Error(
        "IDPGEN003",
        "Two package schemas in one project",
        "{0} is a second package schema of this project: a project generates one package, mark the others PulumiSchema=\"dependency\""
    );

    public static readonly DiagnosticDescriptor MalformedToken = Error(
        "IDPGEN004",
        "A token is malformed",
        "{0}: '{1}' is not a token: want package:module:Name"
    );

    public static readonly DiagnosticDescriptor UnknownReference = Error(
        "IDPGEN005",
        "A $ref leads nowhere",
        "{0}: {1} refers to '{2}', {3}"
    );

    public static readonly DiagnosticDescriptor UnsupportedForm = Error(
        "IDPGEN006",
        "The schema uses a form that is not supported",
        "{0}: {1} {2}, which the generator does not support"
    );

    public static readonly DiagnosticDescriptor MemberNamedAsClass = Error(
        "IDPGEN007",
        "A member has the name of its class",
        "{0}: property '{2}' of {1} would be a member with the name of its class, {3}, which C# forbids (CS0542): give it the official name in language.csharp.name"
    );

    public static readonly DiagnosticDescriptor DuplicateMember = Error(
        "IDPGEN008",
        "Two members of a class have one name",
        "{0}: property '{2}' of {1} would be a second member {3} of class {4}: give it the official name in language.csharp.name"
    );

    public static readonly DiagnosticDescriptor DuplicateClass = Error(
        "IDPGEN009",
        "Two tokens give one class",
        "{0}: {1} and {2} both give the class {3}: take one of them out of the list of tokens"
    );

    public static readonly DiagnosticDescriptor UnknownToken = Error(
        "IDPGEN010",
        "The list of tokens names something the schema does not have",
        "{0}: the schema has no resource or function '{1}'{2}"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "docs/diagnostics.md");
}
