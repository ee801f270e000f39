using Engine.Projects;

namespace Engine.Tests.Projects;

public sealed class DeclarationTests
{
    [Test]
    public void The_short_form_is_a_default_of_the_project_and_a_value_elsewhere()
    {
        var config = Files.Project("config: {replicas: 3, 'shop:on': true, 'aws:region': eu-west-1, names: [a]}").Config;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(config.Select(it => it.Key), Is.EqualTo(["shop:replicas", "shop:on", "aws:region", "shop:names"]));
            Assert.That(config.Select(it => it.IsFixed), Is.EqualTo([false, false, true, false]));
            Assert.That(config.Select(it => it.Type), Is.All.Null);
        }
    }

    [Test]
    public void The_long_form_says_type_items_description_and_secret()
    {
        var declared = Files
            .Project("config: {zones: {type: array, items: {type: array, items: {type: integer}}, description: d, secret: true}}")
            .Config.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared.Type!.Words, Is.EqualTo("a list, each item a list, each item a whole number"));
            Assert.That((declared.Description, declared.Secret, declared.Value), Is.EqualTo(("d", true, (ConfigNode?)null)));
        }
    }

    [TestCase(
        "a: {type: number}",
        "config.a.type (line 2): got number, want string, integer, boolean, array or object; there is no number"
    )]
    [TestCase("a: {type: array}", "config.a.type (line 2): got array, want its items said too")]
    [TestCase("a: {default: 1, value: 2}", "config.a (line 2): got default and value, want one of them")]
    [TestCase("a: {defualt: 1}", "config.a.defualt (line 2): unknown key; did you mean default?")]
    [TestCase("'aws:a': {description: x}", "config.aws:a (line 2): got no value, want a value")]
    [TestCase("'aws:a': {value: x, type: string}", "config.aws:a.type (line 2): got type, want value only")]
    [TestCase("'aws:a': {default: x}", "config.aws:a.default (line 2): got default, want value only")]
    [TestCase("a: {type: integer, default: x}", "config.a.default (line 2): got \"x\", want a whole number")]
    [TestCase("a: {type: integer, default: 1.5}", "config.a.default (line 2): got 1.5, want a whole number")]
    [TestCase("a: {type: string, default: 5}", "config.a.default (line 2): got 5, want a text")]
    [TestCase("a: {type: boolean, default: yes}", "config.a.default (line 2): got \"yes\", want true or false")]
    [TestCase("a: {type: object, default: []}", "config.a.default (line 2): got a list of 0, want a map")]
    [TestCase(
        "a: {type: array, items: {type: integer}, default: [1, x]}",
        "config.a.default[1] (line 2): got \"x\", want a whole number"
    )]
    [TestCase("a: 1.5", "config.a (line 2): got 1.5, want a text, whole number")]
    [TestCase("'a:b:c': 1", "config.a:b:c (line 2): got a key of no known form")]
    [TestCase("{a: 1, 'shop:a': 2}", "config.shop:a (line 2): shop:a is there twice, first in line 2")]
    public void What_no_declaration_can_say_is_refused(string declaration, string problem) =>
        Assert.That(
            Files.Problems(() =>
                Files.Project(declaration.StartsWith('{') ? $"config: {declaration}" : $"config: {{{declaration}}}")
            ),
            Has.Some.StartsWith(problem)
        );

    [TestCase("{type: integer, default: '12'}")]
    [TestCase("{type: integer, default: 12.0}")]
    [TestCase("{type: boolean, default: 'true'}")]
    [TestCase("{type: array, items: {type: object}, default: [{a: 1}]}")]
    public void A_default_may_spell_its_type(string declaration) =>
        Assert.That(() => Files.Project($"config: {{a: {declaration}}}"), Throws.Nothing);
}
