using Infra.Settings;

namespace Infra.Systems;

/// <summary>The names that taskflow's source writes with capitals, and those that carry the environment in production too.</summary>
/// <param name="Context">The stack.</param>
internal sealed record TaskflowNames(StackContext Context)
{
    private const string Brand = "TaskFlow";

    /// <summary>The user pool: <c>taskflow-dev</c>, <c>taskflow-stg</c>, <c>taskflow-prod</c>.</summary>
    public string Pool => $"{Context.System}-{Word}";

    /// <summary>The function: <c>TaskFlowApi</c>, elsewhere with the stack's name behind.</summary>
    public string Function => $"{Brand}Api{Suffix}";

    /// <summary>What names of alarms begin with.</summary>
    public string Alarms => $"{Brand}{Suffix}";

    /// <summary>The dashboard.</summary>
    public string Dashboard => $"{Brand}{Suffix}-Operations";

    // The source's word for staging is shorter than ours.
    private string Word => Context.Label.ShortStack == "staging" ? "stg" : Context.Label.ShortStack;

    private string Suffix => Context.Label.Prefix[Context.System.Length..];
}
