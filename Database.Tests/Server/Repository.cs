namespace Database.Tests.Server;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>A file of this repository.</summary>
    public static string File(string name)
    {
        for (var folder = TestContext.CurrentContext.TestDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (System.IO.File.Exists(Path.Combine(folder, "idp-infra.slnx")))
                return Path.Combine(folder, name);
        throw new InvalidOperationException("the tests are not inside the repository");
    }
}
