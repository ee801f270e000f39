namespace SchemaTool;

/// <summary>What this repository reads of a package schema: names, types and flags.</summary>
internal static class SchemaShapes
{
    private static readonly Shape CSharpName = Shape
        .Of(() => [("csharp", Shape.Of(() => [("name", Shape.Any)]).Optional())])
        .Optional();

    private static readonly Shape Deprecated = Shape.Fixed("Deprecated.");

    private static readonly Shape Type = Shape.Of(TypeMembers);

    private static readonly Shape Property = Shape.Of(() =>
        [
            .. TypeMembers(),
            ("const", Shape.Any),
            ("default", Shape.Any),
            ("defaultInfo", Shape.Of(() => [("environment", Shape.Any)])),
            ("secret", Shape.Any),
            ("deprecationMessage", Deprecated),
            ("language", CSharpName),
            ("willReplaceOnChanges", Shape.Any),
            ("replaceOnChanges", Shape.Any),
        ]
    );

    private static readonly Shape Properties = Shape.MapOf(Property);

    private static readonly Shape Object = Shape.Of(() =>
        [("properties", Properties), ("type", Shape.Any), ("required", Shape.Any)]
    );

    /// <summary>An entry of <c>resources</c>, and the provider.</summary>
    public static readonly Shape Resource = Shape.Of(() =>
        [
            ("isComponent", Shape.Any),
            ("deprecationMessage", Deprecated),
            ("properties", Properties),
            ("required", Shape.Any),
            ("inputProperties", Properties),
            ("requiredInputs", Shape.Any),
            ("stateInputs", Object),
            ("aliases", Shape.ListOf(Shape.Of(() => [("type", Shape.Any)]))),
            ("language", CSharpName),
        ]
    );

    public static readonly Shape Function = Shape.Of(() =>
        [("deprecationMessage", Deprecated), ("inputs", Object), ("multiArgumentInputs", Shape.Any), ("outputs", Object)]
    );

    public static readonly Shape TypeEntry = Shape.Of(() =>
        [
            ("properties", Properties),
            ("type", Shape.Any),
            ("required", Shape.Any),
            (
                "enum",
                Shape.ListOf(Shape.Of(() => [("name", Shape.Any), ("value", Shape.Any), ("deprecationMessage", Deprecated)]))
            ),
            ("language", Shape.Of(() => [("nodejs", Shape.Of(() => [("requiredOutputs", Shape.Any)]).Optional())]).Optional()),
        ]
    );

    /// <summary>The package's <c>language</c>, with the names of the given modules only.</summary>
    public static Shape Language(Func<string, bool> isModule) =>
        Shape.Of(() =>
            [
                (
                    "csharp",
                    Shape.Of(() =>
                        [
                            ("rootNamespace", Shape.Any),
                            ("compatibility", Shape.Any),
                            ("respectSchemaVersion", Shape.Any),
                            ("packageReferences", Shape.Any),
                            ("namespaces", Shape.MapOf(Shape.Any, isModule)),
                        ]
                    )
                ),
            ]
        );

    private static IEnumerable<(string, Shape)> TypeMembers() =>
        [
            ("type", Shape.Any),
            ("$ref", Shape.Any),
            ("items", Type),
            ("additionalProperties", Type),
            ("oneOf", Shape.ListOf(Type)),
            ("plain", Shape.Any),
        ];
}
