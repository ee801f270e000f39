namespace Infra.Cli.Tests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>The top folder of this repository, found from where the tests run.</summary>
    public static string Root { get; } = Of(TestContext.CurrentContext.TestDirectory);

    /// <summary>The top folder above a file or folder.</summary>
    public static string Of(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "idp-infra.slnx")))
                return folder;
        throw new InvalidOperationException($"{path} is not inside the repository");
    }
}
