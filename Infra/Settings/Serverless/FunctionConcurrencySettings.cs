using Infra.Serverless;

namespace Infra.Settings.Serverless;

/// <summary>Settings of how many calls the functions of a system share with the rest of the account.</summary>
internal sealed record FunctionConcurrencySettings
{
    [Setting(
        "What the functions reserve together; their own numbers must add up to it. 0 where none reserves anything.",
        Min = 0
    )]
    public int Reserved { get; init; } = 100;

    [Setting(
        "How many calls the account may run at once in the region. AWS keeps 100 of them for functions that reserve nothing. New accounts "
            + "may have as few as 10: ask AWS for more before anything is reserved.",
        Min = 10
    )]
    public int Account { get; init; } = 1000;

    [Setting("What other systems and stacks in the same account and region reserve.", Min = 0)]
    public int Others { get; init; }

    /// <summary>The same as the component takes it.</summary>
    public SharedConcurrency ToShared() =>
        new()
        {
            Reserved = Reserved,
            Account = Account,
            Others = Others,
        };
}
