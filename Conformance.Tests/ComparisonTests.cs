using System.Collections.Immutable;
using Conformance.Tests.Comparison;
using Conformance.Tests.Recording;
using Engine.Values;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Conformance.Tests;

/// <summary>The comparison itself: what it lets pass and, above all, what it does not.</summary>
public sealed class ComparisonTests
{
    [Test]
    public void Requests_that_are_equal_have_no_differences() => Assert.That(Compare(Pet(), Pet()), Is.Empty);

    [Test]
    public void Every_field_that_differs_is_named_with_both_values()
    {
        var ours = Pet();
        ours.Protect = true;
        ours.Object.Fields["length"] = Value.ForNumber(3);

        var differences = Compare(Pet(), ours);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(differences, Has.Length.EqualTo(2));
            Assert.That(differences, Has.One.Contains("object.length").And.Contains("Node 2").And.Contains("C#   3"));
            Assert.That(differences, Has.One.Contains("protect").And.Contains("Node (absent)").And.Contains("C#   true"));
        }
    }

    [Test]
    public void A_lost_secret_is_a_difference()
    {
        var theirs = Pet();
        var secret = new Struct { Fields = { [Signatures.Key] = Value.ForString(Signatures.Secret) } };
        secret.Fields["value"] = Value.ForNumber(2);
        theirs.Object.Fields["length"] = Value.ForStruct(secret);

        Assert.That(Compare(theirs, Pet()).Single(), Does.Contain("Node secret(2)").And.Contain("C#   2"));
    }

    [Test]
    public void An_unknown_is_not_the_text_it_is_sent_as()
    {
        var theirs = Pet();
        theirs.Object.Fields["length"] = Value.ForString(Signatures.Unknown);

        Assert.That(Compare(theirs, Pet()).Single(), Does.Contain("Node unknown"));
    }

    [Test]
    public void A_dependency_more_is_a_difference_but_their_order_is_not()
    {
        var theirs = Pet();
        theirs.Dependencies.Add(["urn:b", "urn:a"]);
        var ours = Pet();
        ours.Dependencies.Add(["urn:a", "urn:b"]);
        var fewer = Pet();
        fewer.Dependencies.Add("urn:a");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Compare(theirs, ours), Is.Empty);
            Assert.That(Compare(theirs, fewer).Single(), Does.Contain("dependencies"));
        }
    }

    [Test]
    public void A_call_that_only_one_makes_is_a_difference() =>
        Assert.That(Differences.Between([Fact(Pet())], []).Single(), Does.Contain("only Node"));

    [Test]
    public void Durations_are_compared_by_their_length()
    {
        var theirs = Pet();
        theirs.CustomTimeouts = new() { Create = "1h30m" };
        var ours = Pet();
        ours.CustomTimeouts = new() { Create = "5400000000000ns" };
        var longer = Pet();
        longer.CustomTimeouts = new() { Create = "5400s1ms" };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Compare(theirs, ours), Is.Empty);
            Assert.That(Compare(theirs, longer), Is.Not.Empty);
        }
    }

    private static RegisterResourceRequest Pet() =>
        new()
        {
            Type = "random:index/randomPet:RandomPet",
            Name = "pet",
            Custom = true,
            Object = new Struct { Fields = { ["length"] = Value.ForNumber(2) } },
        };

    private static ImmutableArray<string> Compare(RegisterResourceRequest node, RegisterResourceRequest csharp) =>
        Differences.Between([Fact(node)], [Fact(csharp)]);

    private static Fact Fact(RegisterResourceRequest request) =>
        new("RegisterResource", $"{request.Type} {request.Name}", RequestReader.Read(request));
}
