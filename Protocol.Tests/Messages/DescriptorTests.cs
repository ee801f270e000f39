using Google.Protobuf.Reflection;
using Pulumirpc;

namespace Protocol.Tests.Messages;

/// <summary>The .proto files against tables of the protocol, kept apart from them: a number that slips breaks the wire silently.</summary>
public sealed class DescriptorTests
{
    private static readonly FileDescriptor[] Files =
    [
        CallbackReflection.Descriptor,
        EngineReflection.Descriptor,
        ResourceReflection.Descriptor,
    ];

    public static IEnumerable<TestCaseData> Blocks() =>
        from file in Files
        from block in DescriptorText.Parse(Table(file))
        select new TestCaseData(file, block.Key, block.Value).SetArgDisplayNames(block.Key);

    [TestCaseSource(nameof(Blocks))]
    public void Every_field_has_its_number_type_and_label(FileDescriptor file, string name, string fields) =>
        Assert.That(DescriptorText.Of(file).GetValueOrDefault(name), Is.EqualTo(fields));

    [Test]
    public void No_message_is_missing_from_the_tables() =>
        Assert.That(
            Files.SelectMany(file => DescriptorText.Of(file).Keys),
            Is.EquivalentTo(Files.SelectMany(file => DescriptorText.Parse(Table(file)).Keys))
        );

    [Test]
    public void All_messages_are_in_the_package_of_the_wire() =>
        Assert.That(Files.Select(file => file.Package), Is.All.EqualTo("pulumirpc"));

    private static string Table(FileDescriptor file)
    {
        using var stream = typeof(DescriptorTests).Assembly.GetManifestResourceStream(
            Path.GetFileNameWithoutExtension(file.Name)
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
