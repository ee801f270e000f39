using System.Globalization;
using Review.Model;

namespace Review.Cost.Pricing;

/// <summary>The size of a task on Fargate.</summary>
/// <param name="Vcpus">vCPUs.</param>
/// <param name="Gb">Memory in GB.</param>
/// <param name="ExtraGb">Ephemeral storage above the 20 GB that are included.</param>
/// <param name="IsArm">Whether it runs on Graviton.</param>
internal sealed record FargateTask(decimal Vcpus, decimal Gb, decimal ExtraGb, bool IsArm)
{
    private const decimal IncludedGb = 20;
    private const decimal Unit = 1024;

    /// <summary>The size of a task definition; nothing where the plan does not know it.</summary>
    public static FargateTask? Of(Resource definition) =>
        Size(definition["cpu"], "vcpu") is { } vcpus && Size(definition["memory"], "gb") is { } gb
            ? new(vcpus, gb, Extra(definition), definition["runtimePlatform.cpuArchitecture"].Text == "ARM64")
            : null;

    /// <summary>Writes what task hours cost.</summary>
    /// <param name="bill">Where to.</param>
    /// <param name="hours">Hours of tasks in a month.</param>
    /// <param name="kind">What they depend on.</param>
    /// <param name="discount">The part of the price that Spot saves. Default: none.</param>
    /// <param name="note">What there is to say.</param>
    public void Charge(Bill bill, decimal hours, CostKind kind, decimal discount, string note)
    {
        var processor = IsArm ? "arm" : "x86";
        bill.Discounted($"fargate-{processor}-vcpu", hours * Vcpus, discount, kind, note);
        bill.Discounted($"fargate-{processor}-memory", hours * Gb, discount, kind, note);
        if (ExtraGb > 0)
            bill.Discounted(
                "fargate-storage",
                hours * ExtraGb,
                0,
                kind,
                $"{Bill.Written(ExtraGb)} GB a task above the {IncludedGb} included"
            );
    }

    // 512, or in words: .5 vCPU, 1 GB.
    private static decimal? Size(Value value, string unit)
    {
        if (Bill.Plain(value) is not { } text)
            return null;
        var words = text.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            !decimal.TryParse(
                words.FirstOrDefault(),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return null;
        return words switch
        {
            [_] => number / Unit,
            [_, var word] when word.Equals(unit, StringComparison.OrdinalIgnoreCase) => number,
            _ => null,
        };
    }

    private static decimal Extra(Resource definition) =>
        Math.Max(0, (decimal)(definition["ephemeralStorage.sizeInGib"].Number ?? 0) - IncludedGb);
}
