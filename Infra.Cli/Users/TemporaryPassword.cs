using System.Security.Cryptography;

namespace Infra.Cli.Users;

/// <summary>Makes passwords for one use that every password policy of our pools takes.</summary>
internal static class TemporaryPassword
{
    private const int Length = 20;

    // Without letters and digits that are mistaken for one another when somebody reads them out.
    private static readonly string[] Classes = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!#%+-=?_"];

    /// <summary>A new one, with all four classes of characters.</summary>
    public static string Make()
    {
        var letters = new char[Length];
        RandomNumberGenerator.GetItems(string.Concat(Classes), letters);
        for (var i = 0; i < Classes.Length; i++)
            letters[i] = Classes[i][RandomNumberGenerator.GetInt32(Classes[i].Length)];
        RandomNumberGenerator.Shuffle<char>(letters);
        return new(letters);
    }
}
