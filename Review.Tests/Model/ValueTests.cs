using Review.Guardrails;
using Review.Model;

namespace Review.Tests.Model;

public sealed class ValueTests
{
    private static readonly Resource Group = StackText
        .Of(
            """
            aws:iam/role:Role role {}
            aws:autoscaling/group:Group group {"size": "3", "public": "true", "launch": [{"version": "1", "id": "?"}], "tags": [{"key": "a"}, {"key": "b"}], "role": "@role.arn", "password": {"secret": "hunter22"}, "passwords": [{"secret": "hunter22"}, "x"], "policy!": {"Statement": {"Action": "s3:GetObject"}}, "empty": [], "nothing": null, "later": "?"}
            """
        )
        .Model()
        .All("aws:autoscaling/group:Group")
        .Single();

    [Test]
    public void A_path_goes_through_maps_positions_and_lists_of_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Group["launch.version"].Text, Is.EqualTo("1"));
            Assert.That(Group["tags.1.key"].Text, Is.EqualTo("b"));
            Assert.That(Group["tags.key"].IsMissing, "a list of two is not looked through");
            Assert.That(Group["tags.7.key"].IsMissing);
            Assert.That(Group["launch.id.anything"].IsUnknown, "below an unknown all is unknown");
        }
    }

    [Test]
    public void Texts_stand_for_numbers_and_truth_as_AWS_takes_them()
    {
        Assert.That(Group["size"].Number, Is.EqualTo(3));
        Assert.That(Group["public"].Bool, Is.True);
    }

    [Test]
    public void Missing_null_empty_unknown_and_stand_ins_are_told_apart()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Group["absent"].IsMissing);
            Assert.That(Group["nothing"].IsMissing);
            Assert.That(Group["empty"].IsMissing, Is.False);
            Assert.That(Group["empty"].IsEmpty);
            Assert.That(Group["later"].IsUnknown);
            Assert.That(Group["later"].IsEmpty, Is.False);
            Assert.That(Group["role"].IsUnknown, "nobody knows an ARN before the deployment");
            Assert.That(Group["role"].HasUnknown, Is.False);
            Assert.That(Group["size"].IsUnknown, Is.False);
        }
    }

    [Test]
    public void A_secret_is_looked_into_and_never_quoted()
    {
        Assert.That(Group["password"].Text, Is.EqualTo("hunter22"));
        Assert.That(Checks.Quoted(Group["password"]), Is.EqualTo("a secret"));
        Assert.That(Checks.Quoted(Group["passwords"]), Is.EqualTo("a list with a secret"));
        Assert.That(Group.Is("password", true).Detail, Does.Contain("got a secret").And.Not.Contain("hunter22"));
    }

    [Test]
    public void JSON_in_a_text_is_read_and_a_single_value_is_a_list_of_itself()
    {
        Assert.That(Group.Json("policy")["Statement.Action"].Texts, Is.EqualTo(["s3:GetObject"]));
        Assert.That(Group.Json("size").IsMissing);
        Assert.That(Group.Json("later").IsUnknown);
    }
}
