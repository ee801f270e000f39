namespace Review.Tests;

/// <summary>Compares a text with a committed file; <c>ACCEPT_GOLDENS=1</c> writes the file instead.</summary>
internal static class Golden
{
    public static void Check(string text, params string[] path)
    {
        var file = Path.Combine([Root, .. path]);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(file, text);
            return;
        }
        Assert.That(File.Exists(file), $"{file} is missing; ACCEPT_GOLDENS=1 dotnet test writes it");
        Assert.That(
            text,
            Is.EqualTo(File.ReadAllText(file)),
            $"differs from {file}; ACCEPT_GOLDENS=1 dotnet test accepts the new text"
        );
    }

    /// <summary>The top folder of the repository.</summary>
    public static string Root
    {
        get
        {
            for (
                var folder = TestContext.CurrentContext.TestDirectory;
                folder is not null;
                folder = Path.GetDirectoryName(folder)
            )
                if (File.Exists(Path.Combine(folder, "idp-infra.slnx")))
                    return folder;
            throw new InvalidOperationException("the tests do not run inside the repository");
        }
    }
}
