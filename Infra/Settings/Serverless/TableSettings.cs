using Infra.Data;
using Infra.Validation;
using Pulumi;

namespace Infra.Settings.Serverless;

/// <summary>Settings of a table of DynamoDB.</summary>
internal sealed record TableSettings
{
    private const int MostUnits = 40_000;

    [Setting("How traffic is paid for: by the request, or by the capacity kept ready between the bounds below.")]
    public TableBilling Billing { get; init; } = TableBilling.OnDemand;

    [Setting("Read units at the least; only with provisioned capacity.", Min = 1, Max = MostUnits)]
    public int MinRead { get; init; } = 5;

    [Setting("Read units at the most.", Min = 1, Max = MostUnits)]
    public int MaxRead { get; init; } = 100;

    [Setting("Write units at the least.", Min = 1, Max = MostUnits)]
    public int MinWrite { get; init; } = 5;

    [Setting("Write units at the most.", Min = 1, Max = MostUnits)]
    public int MaxWrite { get; init; } = 100;

    [Setting("How full the capacity is held.", Unit = "percent", Min = 20, Max = 90)]
    public int TargetPercent { get; init; } = 70;

    [Setting("How far back it can be restored to any second; 0 switches it off.", Unit = "days", Min = 0, Max = 35)]
    public int RecoveryDays { get; init; } = 35;

    /// <summary>The bounds as the component takes them; nothing where traffic is paid by the request.</summary>
    public TableCapacity? Capacity => Billing == TableBilling.Provisioned ? new(MinRead, MaxRead, MinWrite, MaxWrite) : null;

    /// <summary>A table with these settings.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="role">What is in it.</param>
    /// <param name="keyArn">The key that encrypts it.</param>
    /// <param name="protect">Whether the stack refuses to be deleted.</param>
    public DocumentTableArgs ToArgs(StackContext context, string role, Input<string> keyArn, bool protect) =>
        new()
        {
            Context = context,
            Role = role,
            KeyArn = keyArn,
            Billing = Billing,
            Capacity = Capacity,
            TargetPercent = TargetPercent,
            RecoveryDays = RecoveryDays,
            Protect = protect,
            RetainOnDelete = protect,
        };

    /// <summary>What single settings cannot say.</summary>
    /// <param name="protect">Whether the stack is protected.</param>
    public IEnumerable<Problem> Validate(bool protect) =>
        [.. Capacity?.Validate() ?? [], .. TableCheck.Numbers(TargetPercent, RecoveryDays, protect)];
}
