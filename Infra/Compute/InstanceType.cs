using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Compute;

/// <summary>A type of EC2 instances, as far as its name tells what it is.</summary>
/// <param name="Name">For example <c>t3.medium</c>.</param>
internal sealed partial record InstanceType(string Name)
{
    private const int UnitsPerCpu = 1024;

    // Sizes of the burstable family, where memory does not follow from the number of CPUs.
    private static readonly Dictionary<string, (int Cpus, int MemoryMiB)> Burstable = new()
    {
        ["nano"] = (2, 512),
        ["micro"] = (2, 1024),
        ["small"] = (2, 2048),
        ["medium"] = (2, 4096),
        ["large"] = (2, 8192),
        ["xlarge"] = (4, 16_384),
        ["2xlarge"] = (8, 32_768),
    };

    /// <summary>Whether the text can be a type.</summary>
    public bool IsSound => Form().IsMatch(Name);

    /// <summary>The processors: families with a g behind their generation are Graviton.</summary>
    public CpuArchitecture Architecture =>
        Form().Match(Name).Groups["extras"].Value.Contains('g', StringComparison.Ordinal)
            ? CpuArchitecture.Arm64
            : CpuArchitecture.X86_64;

    /// <summary>CPU units and MiB; nothing for families that are not known here (t, c, m and r are).</summary>
    public (int Cpu, int MemoryMiB)? Shape
    {
        get
        {
            var match = Form().Match(Name);
            var (family, size) = (match.Groups["family"].Value, match.Groups["size"].Value);
            if (family == "t")
                return Burstable.TryGetValue(size, out var shape) ? (shape.Cpus * UnitsPerCpu, shape.MemoryMiB) : null;
            var gibPerCpu = family switch
            {
                "c" => 2,
                "m" => 4,
                "r" => 8,
                _ => 0,
            };
            return gibPerCpu > 0 && Cpus(size) is { } cpus ? (cpus * UnitsPerCpu, cpus * gibPerCpu * 1024) : null;
        }
    }

    // An instance that is large has two, and each x doubles: xlarge four, 2xlarge eight.
    private static int? Cpus(string size) =>
        size switch
        {
            "medium" => 1,
            "large" => 2,
            "xlarge" => 4,
            _ when size.EndsWith("xlarge", StringComparison.Ordinal)
                    && int.TryParse(size[..^6], NumberStyles.None, CultureInfo.InvariantCulture, out var times) => times * 4,
            _ => null,
        };

    [GeneratedRegex(@"\A(?<family>[a-z]+)[0-9]+(?<extras>[a-z]*(-[a-z]+)?)\.(?<size>[a-z0-9-]+)\z")]
    private static partial Regex Form();
}
