using System.Collections.Immutable;
using Pulumi;

namespace Conformance.Tests.Programs;

internal static class AssetsAndArchives
{
    public static Task<int> RunAsync() =>
        Deployment.RunAsync(() =>
        {
            Thing.Of(
                "assets",
                ("text", new StringAsset("hello")),
                ("file", new FileAsset("./files/a.txt")),
                ("remote", new RemoteAsset("https://example.com/a.txt")),
                ("list", ImmutableArray.Create<AssetOrArchive>(new StringAsset("one"), new StringAsset("two"))),
                ("map", ImmutableDictionary<string, AssetOrArchive>.Empty.Add("a", new StringAsset("in a map")))
            );
            var tree = new Dictionary<string, AssetOrArchive>
            {
                ["index.html"] = new StringAsset("<h1>hi</h1>"),
                ["css"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["a.css"] = new FileAsset("./files/a.css") }),
                ["img"] = new FileArchive("./files/img"),
            };
            Thing.Of(
                "archives",
                ("file", new FileArchive("./files/site.zip")),
                ("remote", new RemoteArchive("https://example.com/site.zip")),
                ("tree", new AssetArchive(tree))
            );
            Thing.Of(
                "outputs",
                ("text", Output.Create("later").Apply(text => new StringAsset(text))),
                ("secret", Output.CreateSecret(new StringAsset("hidden")))
            );
        });
}
