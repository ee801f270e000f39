using Engine.Values;
using Review.Model.Aws;

namespace Review.Cost.Savings;

/// <summary>Volumes of the newer generation, whose price does not follow from their IOPS.</summary>
internal static class VolumeTypes
{
    /// <summary>Storage of databases that is gp2, as it is where the program says nothing.</summary>
    public static IEnumerable<Saving> Gp3(WhatIf question) =>
        question.Set(
            new(
                "Put databases on gp3 storage",
                null,
                [],
                "storageType: gp3",
                "the change runs for hours in the background, and the next one must wait six hours"
            ),
            question
                .Stack.All(Databases.Instance)
                .Where(database =>
                    database["storageType"].Text == "gp2" || database["storageType"].IsMissing && !Databases.IsReplica(database)
                ),
            "storageType",
            _ => new StringValue("gp3")
        );
}
