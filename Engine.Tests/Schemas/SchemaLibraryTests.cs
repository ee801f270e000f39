using System.Text;
using Engine.Schemas;

namespace Engine.Tests.Schemas;

public sealed class SchemaLibraryTests
{
    [Test]
    public void A_resource_says_what_it_takes_and_what_it_answers()
    {
        var bucket = SchemaLibrary.Default.Resource("aws:s3/bucketPolicy:BucketPolicy")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bucket.Inputs["bucket"], Has.Property("Required").True.And.Property("WillReplaceOnChanges").True);
            Assert.That(bucket.Inputs["policy"].Type.Words, Does.StartWith("a text or an object with"));
            Assert.That(bucket.Outputs["region"].Required, Is.True);
            Assert.That(bucket, Has.Property("IsComponent").False.And.Property("IsProvider").False);
        }
    }

    [Test]
    public void Secrets_aliases_components_and_providers_are_told()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SchemaLibrary.Default.Resource("aws:rds/instance:Instance")!.Inputs["password"].Secret, Is.True);
            Assert.That(
                SchemaLibrary.Default.Resource("aws:lb/listener:Listener")!.Aliases,
                Is.EqualTo(["aws:elasticloadbalancingv2/listener:Listener"])
            );
            Assert.That(SchemaLibrary.Default.Resource("awsx:cloudtrail:Trail")!.IsComponent, Is.True);
            Assert.That(SchemaLibrary.Default.Resource("pulumi:providers:aws")!, Has.Property("IsProvider").True);
            Assert.That(SchemaLibrary.Default.Resource("pulumi:providers:aws")!.Inputs, Does.ContainKey("region"));
            Assert.That(
                SchemaLibrary.Default.Function("aws:index/getRegion:getRegion")!.Outputs,
                Does.ContainKey("name").Or.ContainKey("region")
            );
        }
    }

    [Test]
    public void What_is_not_there_is_nothing()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SchemaLibrary.Default.Resource("aws:s3/bucket:Bukket"), Is.Null);
            Assert.That(SchemaLibrary.Default.Resource("gcp:storage/bucket:Bucket"), Is.Null);
            Assert.That(SchemaLibrary.Default.Function("aws:index/getNothing:getNothing"), Is.Null);
            Assert.That(SchemaLibrary.Default.KnowsPackage("gcp"), Is.False);
            Assert.That(SchemaLibrary.Default.KnowsPackage("random"), Is.True);
            Assert.That(SchemaLibrary.Default.Version("aws"), Is.EqualTo("7.48.0"));
            Assert.That(SchemaLibrary.Default.Version("gcp"), Is.Null);
        }
    }

    [Test]
    public void Every_type_of_every_package_can_be_read()
    {
        using (Assert.EnterMultipleScope())
            foreach (var package in (string[])["aws", "awsx", "random"])
            {
                Assert.That(SchemaLibrary.Default.Resources(package), Is.Not.Empty);
                foreach (var token in SchemaLibrary.Default.Resources(package))
                    Assert.That(
                        SchemaLibrary.Default.Resource(token)!.Inputs.Values.Select(input => input.Type.Words),
                        Has.None.Null
                    );
                foreach (var token in SchemaLibrary.Default.Functions(package))
                    Assert.That(
                        SchemaLibrary.Default.Function(token)!.Outputs.Values.Select(output => output.Type.Words),
                        Has.None.Null
                    );
            }
    }

    [Test]
    public void A_type_may_contain_itself()
    {
        var library = new SchemaLibrary(package =>
            package != "tree"
                ? null
                : Encoding.UTF8.GetBytes(
                    """
                    {"name":"tree","resources":{"tree:x:X":{"inputProperties":{"root":{"$ref":"#/types/tree:x:Node"}}}},
                     "types":{"tree:x:Node":{"type":"object","properties":{"next":{"$ref":"#/types/tree:x:Node"},"leaf":{"type":"string"}}}}}
                    """
                )
        );

        var node = (ObjectType)library.Resource("tree:x:X")!.Inputs["root"].Type;

        Assert.That(node.Properties["next"].Type, Is.EqualTo(node));
    }

    [Test]
    public void Only_what_is_asked_for_is_read()
    {
        var opened = new List<string>();
        var library = new SchemaLibrary(package =>
        {
            opened.Add(package);
            return "{}"u8.ToArray();
        });

        library.Resource("a:x:X");
        library.Resource("a:y:Y");
        library.Resource("pulumi:providers:b");

        Assert.That(opened, Is.EqualTo(["a", "b"]));
    }
}
