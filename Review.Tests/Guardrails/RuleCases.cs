using System.Reflection;

namespace Review.Tests.Guardrails;

/// <summary>Cases of the rules of one area. Every class that derives from this one is found by itself.</summary>
internal abstract class RuleCases
{
    public abstract IEnumerable<RuleCase> Cases { get; }

    /// <summary>All cases there are.</summary>
    public static IEnumerable<RuleCase> All =>
        Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RuleCases)))
            .SelectMany(type => ((RuleCases)Activator.CreateInstance(type)!).Cases);
}
