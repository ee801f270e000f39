using System.Collections.Immutable;
using Engine.Projects;

namespace Engine.Tests.Projects;

/// <summary>Project and stack files of the project "shop", from their text.</summary>
internal static class Files
{
    public const string Salt = "v1:AQIDBAUGBwg=:v1:AAECAwQFBgcICQoL:E27pUA/wPCIWegHkV0laI4yxSAT80Q==";
    public const string Hunter2 = "v1:EBESExQVFhcYGRob:vSYoikRTk7Fi/gAv38m9e1ZauiuzH38=";
    public const string RightPassphrase = "correct horse";

    public static ProjectFile Project(string more = "") => ProjectFile.Parse("name: shop\n" + more, "/p/Pulumi.yaml");

    public static StackFile Stack(string text) => StackFile.Parse(text, "/p/Pulumi.dev.yaml", "dev", "shop");

    public static StackConfiguration Load(string project, string stack, string? passphrase = null) =>
        StackConfiguration.Load(Project(project), Stack(stack), name => name == "PULUMI_CONFIG_PASSPHRASE" ? passphrase : null);

    public static ImmutableArray<string> Problems(Func<object> read) => Assert.Throws<InputException>(() => read())!.Problems;
}
