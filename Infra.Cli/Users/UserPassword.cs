using Engine;

namespace Infra.Cli.Users;

/// <summary>The password for a user: given on standard input, never as an argument; or made.</summary>
internal static class UserPassword
{
    /// <summary>Reads or makes it.</summary>
    /// <param name="given">Whether it comes on standard input.</param>
    /// <param name="confirmed">Whether standard input is free for it, because nobody will be asked.</param>
    /// <exception cref="InputException">There is none, or it would be seen by more than one.</exception>
    public static string Get(bool given, bool confirmed)
    {
        if (!given)
            return Environment.GetEnvironmentVariable("CI") is "true" or "1"
                ? throw new InputException(
                    "set-password",
                    ["got no --password-stdin, want it where CI is set; a password that is made would stand in the job's log"]
                )
                : TemporaryPassword.Make();
        if (!confirmed)
            throw new InputException(
                "--password-stdin",
                ["got no --yes, want it too; standard input cannot give a password and a confirmation"]
            );
        return Console.In.ReadLine() is { Length: > 0 } password
            ? password
            : throw new InputException(
                "--password-stdin",
                ["got nothing, want the password as the first line of standard input"]
            );
    }
}
