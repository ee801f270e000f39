using System.Security.Cryptography;
using Engine.Planning;
using Engine.Values;
using static Engine.Tests.Planning.PlannerBench;

namespace Engine.Tests.Planning;

public sealed class AssetHashesTests
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory();

    [OneTimeTearDown]
    public void Remove() => _directory.Delete(recursive: true);

    [TestCase("same", StepOp.Same)]
    [TestCase("other", StepOp.Update)]
    public void A_file_is_known_by_its_content(string content, StepOp op)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "f.txt"), content);
        var old = new AssetValue(AssetSource.Path, "f.txt") { Hash = Convert.ToHexStringLower(SHA256.HashData("same"u8)) };
        var bench = new PlannerBench(Old("a", ("source", old))) { Options = new() { Directory = _directory.FullName } };

        Assert.That(bench.Register(Goal("a", ("source", new AssetValue(AssetSource.Path, "f.txt")))).Op, Is.EqualTo(op));
    }

    [Test]
    public void Hashes_are_filled_in_at_any_depth_and_what_cannot_be_read_stays()
    {
        var text = new AssetValue(AssetSource.Text, "abc");
        var missing = new AssetValue(AssetSource.Path, "missing");
        var inputs = V.Map(
            ("a", V.List(V.Map(("b", text)))),
            ("c", new ArchiveValue(AssetSource.Text, "", V.Map(("m", text), ("n", missing)))),
            ("d", V.Secret(text)),
            ("e", "plain")
        );

        var filled = AssetHashes.Fill(inputs, _directory.FullName);

        var hashed = text with { Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" };
        Assert.That(
            filled,
            Is.EqualTo(
                V.Map(
                    ("a", V.List(V.Map(("b", hashed)))),
                    ("c", new ArchiveValue(AssetSource.Text, "", V.Map(("m", hashed), ("n", missing)))),
                    ("d", V.Secret(hashed)),
                    ("e", "plain")
                )
            )
        );
    }

    [Test]
    public void Inputs_without_assets_stay_the_same_object()
    {
        var inputs = V.Map(("a", V.List(1, "x", V.Map(("b", V.Unknown)))));

        Assert.That(AssetHashes.Fill(inputs, _directory.FullName), Is.SameAs(inputs));
    }
}
