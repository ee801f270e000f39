using Engine.Documents;
using Engine.Model;
using Engine.Planning;
using Engine.Values;

namespace Engine.Tests.Documents;

public sealed class SecretDigestTests
{
    private const string Type = "aws:secretsmanager/secretVersion:SecretVersion";

    private static readonly SecretKey Key = SecretKey.Of(new string('k', SecretKey.MinimumLength))!;
    private static readonly SecretKey Other = SecretKey.Of(new string('o', SecretKey.MinimumLength))!;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    private string PlanPath => Path.Combine(_directory.FullName, "plan.json");

    [OneTimeTearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [Test]
    public void A_plan_file_holds_digests_and_the_id_of_their_key_but_neither_secret_nor_key()
    {
        Save(V.Secret("canary-password"), Key);
        var text = File.ReadAllText(PlanPath);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Match($"\"ciphertext\": \"hmac-sha256:{Key.Id}:[0-9a-f]{{64}}\""));
            Assert.That(text, Does.Not.Contain("canary").And.Not.Contain("kkkk"));
            Assert.That($"{Key}", Is.EqualTo(Key.Id));
        }
    }

    [TestCase("same", ExpectedResult = StepOp.Same)]
    [TestCase("other", ExpectedResult = StepOp.Replace)]
    public StepOp Against_such_a_file_only_a_changed_secret_is_changed(string now)
    {
        Save(V.Secret("same"), Key);
        return Plan(V.Secret(now), new SecretComparison(Key)).Op;
    }

    [Test]
    public void A_secret_that_becomes_plain_or_the_other_way_is_compared_by_what_it_is()
    {
        Save(V.Secret("same"), Key);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Plan(V.Of("same"), new SecretComparison(Key)).Op, Is.EqualTo(StepOp.Same));
            Assert.That(Plan(V.Of("other"), new SecretComparison(Key)).Op, Is.EqualTo(StepOp.Replace));
        }
    }

    [Test]
    public void Under_another_key_or_without_one_nothing_is_known_which_is_counted()
    {
        Save(V.Secret("same"), Key);
        foreach (var comparison in new[] { new SecretComparison(Other), new SecretComparison() })
        {
            Assert.That(Plan(V.Secret("other"), comparison).Op, Is.EqualTo(StepOp.Same));
            Assert.That(comparison.OtherKey, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_placeholder_is_neither_kept_nor_compared()
    {
        static bool IsPlaceholder(PropertyValue value) =>
            value.AsText()?.StartsWith("placeholder", StringComparison.Ordinal) == true;

        Save(V.Secret("placeholder-for-x"), Key, IsPlaceholder);
        var kept = File.ReadAllText(PlanPath);
        Save(V.Secret("real"), Key);
        var comparison = new SecretComparison(Key, IsPlaceholder);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(kept, Does.Contain("\"ciphertext\": \"[secret]\"").And.Not.Contain("hmac"));
            Assert.That(Plan(V.Secret("placeholder-for-x"), comparison).Op, Is.EqualTo(StepOp.Same));
            Assert.That(comparison.Placeholders, Is.EqualTo(1));
            Assert.That(comparison.OtherKey, Is.Zero);
        }
    }

    [Test]
    public void Saving_again_keeps_the_digest_of_a_secret_that_nobody_could_open()
    {
        Save(V.Secret("same"), Key);
        var read = DeploymentDocument.Load(PlanPath).Resources.Single().Inputs["secretString"]!;
        Save(read, Other);

        Assert.That(Plan(V.Secret("same"), new SecretComparison(Key)).Op, Is.EqualTo(StepOp.Same));
        Assert.That(Plan(V.Secret("other"), new SecretComparison(Key)).Op, Is.EqualTo(StepOp.Replace));
    }

    [Test]
    public void What_is_made_of_values_that_a_plan_does_not_hold_is_compared_only_with_its_like()
    {
        static SecretComparison With() => new(Key, null, text => text.Contains("[["));

        Save(V.Secret("real"), Key);
        var untold = With();
        var same = Plan(V.Secret("[[x]]"), untold).Op;
        Save(V.Secret("user [[x]]"), With());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((same, untold.Untold), Is.EqualTo((StepOp.Same, 1)));
            Assert.That(Plan(V.Secret("user [[x]]"), With()).Op, Is.EqualTo(StepOp.Same));
            Assert.That(Plan(V.Secret("other [[x]]"), With()).Op, Is.EqualTo(StepOp.Replace));
            Assert.That(Plan(V.Secret("real"), With()).Op, Is.EqualTo(StepOp.Replace));
        }
    }

    [TestCase("{}", "[]")]
    [TestCase("?", null)]
    public void Values_that_differ_have_different_digests(string text, object? other) =>
        Assert.That(Key.Digest(V.Of(text)), Is.Not.EqualTo(Key.Digest(other is null ? V.Unknown : V.Of(other))));

    [Test]
    public void What_providers_take_for_the_same_has_one_digest()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Key.Digest(V.Of(5)), Is.EqualTo(Key.Digest(V.Of("5"))));
            Assert.That(Key.Digest(V.Map(("a", null), ("b", true))), Is.EqualTo(Key.Digest(V.Map(("b", "true")))));
            Assert.That(Key.Digest(V.Secret("x")), Is.EqualTo(Key.Digest(V.Of("x"))));
            Assert.That(Key.Digest(V.List("a", "b")), Is.Not.EqualTo(Key.Digest(V.List("b", "a"))));
            Assert.That(Key.Digest(V.List("a\",\"b")), Is.Not.EqualTo(Key.Digest(V.List("a", "b"))));
        }
    }

    [Test]
    public void A_key_is_long_enough_or_none() =>
        Assert.That(SecretKey.Of(new string('x', SecretKey.MinimumLength - 1)), Is.Null);

    [Test]
    public void A_plan_of_a_newer_version_is_refused_with_a_way_out()
    {
        Save(V.Secret("same"), Key);
        File.WriteAllText(PlanPath, File.ReadAllText(PlanPath).Replace("\"plan\": 1", "\"plan\": 2"));

        Assert.That(
            () => DeploymentDocument.Load(PlanPath),
            Throws.TypeOf<InputException>().With.Message.Contains("infra.plan: got 2, want 1 to 1; a newer infra saved it")
        );
        File.Delete(PlanPath);
    }

    private void Save(PropertyValue secret, SecretKey key, Func<PropertyValue, bool>? isPlaceholder = null) =>
        Save(secret, new SecretComparison(key, isPlaceholder));

    private void Save(PropertyValue secret, SecretComparison comparison) =>
        PlanFile.Save(
            PlanPath,
            new Plan
            {
                Project = "shop",
                Stack = "dev",
                Steps =
                [
                    new PlanStep
                    {
                        Op = StepOp.Create,
                        Urn = State(secret).Urn,
                        New = State(secret),
                    },
                ],
            },
            comparison
        );

    private PlanStep Plan(PropertyValue secret, SecretComparison comparison) =>
        new BaselinePlanner(DeploymentDocument.Load(PlanPath).ToBaseline(), new PlannerOptions { Secrets = comparison }).Register(
            State(secret),
            _ => { }
        );

    private static ResourceState State(PropertyValue secret) =>
        new()
        {
            Urn = Urns.Create("dev", "shop", null, Type, "s"),
            Type = Type,
            Custom = true,
            Inputs = V.Map(("secretString", secret)),
        };
}
