using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Data;

/// <summary>What an RDS instance class has, and how many connections RDS would let it have.</summary>
/// <param name="InstanceClass">The class, such as <c>db.t3.micro</c>.</param>
/// <param name="VCpus">Its processors.</param>
/// <param name="MemoryGiB">Its memory.</param>
internal sealed partial record InstanceShape(string InstanceClass, int VCpus, int MemoryGiB)
{
    /// <summary>Bytes in a GiB.</summary>
    public const long GiB = 1L << 30;

    // RDS' own formula for PostgreSQL: LEAST({DBInstanceClassMemory/9531392}, 5000).
    private const long BytesForEach = 9_531_392;
    private const int Most = 5000;

    /// <summary>
    /// The connections that RDS would allow the class by itself, reckoned from all of its memory. What the operating system keeps comes off
    /// before RDS reckons, so that the true number is a little smaller.
    /// </summary>
    public int MostConnections => (int)Math.Min(MemoryGiB * GiB / BytesForEach, Most);

    /// <summary>The sum behind <see cref="MostConnections"/>, for people.</summary>
    public string Sum =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{InstanceClass} has {MemoryGiB} GiB, and RDS allows a connection for each {BytesForEach} bytes, {Most} at most"
        );

    /// <summary>The shape of a class; nothing when the class is of a family that this table does not have.</summary>
    public static InstanceShape? Of(string instanceClass)
    {
        if (Form().Match(instanceClass) is not { Success: true } match)
            return null;
        var size = match.Groups["size"].Value;
        var cpus = size switch
        {
            "micro" or "small" or "medium" or "large" => 2,
            "xlarge" => 4,
            _ => 4 * int.Parse(size[..^"xlarge".Length], CultureInfo.InvariantCulture),
        };
        // Families differ in memory for each processor; only the burstable ones have sizes below large, with less.
        var memory = (match.Groups["family"].Value[0], size) switch
        {
            ('t', "micro") => 1,
            ('t', "small") => 2,
            ('t', "medium") => 4,
            (_, "micro" or "small" or "medium") => 0,
            ('r', _) => 8 * cpus,
            _ => 4 * cpus,
        };
        return memory == 0 ? null : new(instanceClass, cpus, memory);
    }

    [GeneratedRegex(
        @"^db\.(?<family>t3|t4g|m5|m6g|m6i|m7g|m7i|m8g|r5|r6g|r6i|r7g|r7i|r8g)\.(?<size>micro|small|medium|large|\d*xlarge)$"
    )]
    private static partial Regex Form();
}
