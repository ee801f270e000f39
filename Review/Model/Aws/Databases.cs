using System.Globalization;

namespace Review.Model.Aws;

/// <summary>What rules ask about RDS instances and the groups of parameters and subnets around them.</summary>
internal static class Databases
{
    /// <summary>The type of database instances.</summary>
    public const string Instance = "aws:rds/instance:Instance";

    /// <summary>The type of groups of engine parameters.</summary>
    public const string ParameterGroup = "aws:rds/parameterGroup:ParameterGroup";

    /// <summary>The type of subnet groups.</summary>
    public const string SubnetGroup = "aws:rds/subnetGroup:SubnetGroup";

    /// <summary>Whether an instance copies another one; most of what it is, it inherits.</summary>
    public static bool IsReplica(Resource database) => !database["replicateSourceDb"].IsMissing;

    /// <summary>The instances of the stack that a replica copies.</summary>
    public static IEnumerable<Resource> SourcesOf(Resource replica) => replica.Referred("replicateSourceDb", Instance);

    /// <summary>Whether the engine is PostgreSQL; a replica has that of its source.</summary>
    public static bool IsPostgres(Resource database) => Inherited(database, "engine").Text == "postgres";

    /// <summary>The major version of the engine, as far as it is known.</summary>
    public static int? MajorOf(Resource database) => Major(Inherited(database, "engineVersion").Text);

    /// <summary>The number that a version such as 15.4 or a family such as postgres15 begins or ends with.</summary>
    public static int? Major(string? text)
    {
        var digits = text.AsSpan();
        digits = digits[Math.Max(0, digits.IndexOfAnyInRange('0', '9'))..];
        if (digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end)
            digits = digits[..end];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>An engine parameter's row in a group; missing where the group does not set it.</summary>
    public static Value Parameter(Resource group, string name) =>
        group["parameters"].IsUnknown
            ? group["parameters"]
            : group["parameters"].Items.FirstOrDefault(parameter => parameter["name"].Text == name, Value.Missing);

    /// <summary>The parameter groups of the stack that an instance uses.</summary>
    public static IEnumerable<Resource> ParametersOf(Resource database) =>
        database.Referred("parameterGroupName", ParameterGroup);

    /// <summary>The subnets of the stack that an instance lies in.</summary>
    public static IEnumerable<Resource> SubnetsOf(Resource database) =>
        database
            .Referred("dbSubnetGroupName", SubnetGroup)
            .SelectMany(group => group.Referred("subnetIds", Routes.Subnet))
            .Distinct();

    private static Value Inherited(Resource database, string property) =>
        database[property].IsMissing
            ? SourcesOf(database).Select(source => source[property]).FirstOrDefault(Value.Missing)
            : database[property];
}
