using Infra.Systems;
using Pulumi;

namespace Infra.Tests.Validation;

public sealed class ComponentsHaveFixtures
{
    [Test]
    public void Every_component_has_a_fixture_of_its_name_in_the_same_folder()
    {
        var fixtures = typeof(ComponentsHaveFixtures).Assembly.GetTypes().Select(type => type.FullName).ToHashSet();
        var components = typeof(IdpServer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ComponentResource)))
            .ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(components, Has.Count.GreaterThan(10));
            foreach (var component in components)
            {
                var fixture = component.FullName!.Replace("Infra.", "Infra.Tests.", StringComparison.Ordinal) + "Tests";
                Assert.That(fixtures, Does.Contain(fixture));
                Assert.That(component.IsSealed, Is.True, $"{component.Name} is sealed: compose instead");
            }
        }
    }
}
