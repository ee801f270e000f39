using NUnit.Framework;
using Review.Guardrails;
using Review.Guardrails.Rules;

namespace Review.Tests.Guardrails;

/// <summary>Which rules there are.</summary>
internal sealed class GuardrailCatalogTests
{
    [Test]
    public void Every_class_of_rules_is_in_the_catalogue()
    {
        var classes = typeof(GuardrailTable).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GuardrailTable)));
        Assert.That(
            RuleTables.All().Select(table => table.GetType()),
            Is.EquivalentTo(classes),
            "a class of rules lies in a file of its name in Review/Guardrails/Rules, alone"
        );
    }

    [Test]
    public void The_rules_are_those_of_all_tables_and_each_has_an_id_of_its_own()
    {
        var ids = GuardrailCatalog.All.Select(rule => rule.Id).ToList();
        Assert.That(ids, Is.EquivalentTo(RuleTables.All().SelectMany(table => table.Rules).Select(rule => rule.Id)));
        Assert.That(ids, Is.Unique.Using((IEqualityComparer<string>)StringComparer.OrdinalIgnoreCase));
    }
}
