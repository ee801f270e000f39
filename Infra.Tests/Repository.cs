namespace Infra.Tests;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>The full path of a file of the repository.</summary>
    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "idp-infra.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests run outside of the repository");
        return Path.Combine(folder.FullName, file);
    }
}
