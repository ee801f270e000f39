using System.Collections.Immutable;
using Engine.Values;
using Review.Model;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>The same work on AWS's own processors.</summary>
internal static class Graviton
{
    private const string TaskDefinition = "aws:ecs/taskDefinition:TaskDefinition";
    private const string Architecture = "runtimePlatform.cpuArchitecture";

    // Families of RDS that have a sister of the same sizes on Graviton.
    private static readonly ImmutableSortedDictionary<string, string> Families = new Dictionary<string, string>
    {
        ["m5"] = "m6g",
        ["m6i"] = "m6g",
        ["m7i"] = "m7g",
        ["r5"] = "r6g",
        ["r6i"] = "r6g",
        ["r7i"] = "r7g",
        ["t3"] = "t4g",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Tasks on Fargate.</summary>
    public static IEnumerable<Saving> Tasks(WhatIf question) =>
        question.Set(
            new(
                "Run tasks on Graviton",
                null,
                [],
                $"{Architecture}: ARM64 in the task definitions",
                "every image must be built for linux/arm64, side-cars too"
            ),
            question
                .Stack.All(TaskDefinition)
                .Where(task => task["requiresCompatibilities"].Texts.Contains("FARGATE") && task[Architecture].Text != "ARM64"),
            Architecture,
            _ => new StringValue("ARM64")
        );

    /// <summary>Functions of Lambda.</summary>
    public static IEnumerable<Saving> Functions(WhatIf question) =>
        question.Set(
            new(
                "Run functions on Graviton",
                null,
                [],
                "architectures: [arm64] in the functions",
                "each artifact must be built for arm64, extensions too"
            ),
            question.Stack.All(Tokens.Function).Where(function => function["architectures.0"].Text != "arm64"),
            "architectures",
            _ => new ArrayValue([new StringValue("arm64")])
        );

    /// <summary>Databases of RDS.</summary>
    public static IEnumerable<Saving> Databases(WhatIf question) =>
        question.Set(
            new(
                "Run databases on Graviton",
                null,
                [],
                "instanceClass of the Graviton family, such as db.t4g for db.t3",
                "a change of class restarts the database: minutes, or a failover with Multi-AZ"
            ),
            question.Stack.All(Model.Aws.Databases.Instance).Where(database => Sister(database) is not null),
            "instanceClass",
            database => new StringValue(Sister(database)!)
        );

    // db.t3.medium → db.t4g.medium
    private static string? Sister(Resource database) =>
        database["instanceClass"].Text?.Split('.') is [var db, var family, var size]
        && Families.TryGetValue(family, out var sister)
            ? $"{db}.{sister}.{size}"
            : null;
}
