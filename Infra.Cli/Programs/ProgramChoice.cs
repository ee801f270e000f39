using Engine;
using Engine.Programs;
using Engine.Projects;

namespace Infra.Cli.Programs;

/// <summary>Decides what is run: the repository's own program, or a command the user names.</summary>
internal static class ProgramChoice
{
    private const string Option = "--program";

    /// <summary>The program for a project.</summary>
    /// <param name="project">Whose program.</param>
    /// <param name="command">
    /// A command line, quoted as in a shell; a built .NET program alone (<c>bin/Shop.dll</c>) is run inside this process. Default: the
    /// repository's own program.
    /// </param>
    /// <exception cref="InputException">The command line cannot be read, or the project is not written in .NET and nothing says how to start it.</exception>
    public static IProgram For(ProjectFile project, string? command)
    {
        if (command is not null)
            return Words(command) switch
            {
                [] => throw new InputException(
                    Option,
                    ["got nothing, want a command, for example \"./shop --fast\"; docs/cli.md has the one for Node"]
                ),
                [var assembly] when assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) =>
                    InProcessProgram.FromAssembly(Path.GetFullPath(assembly)),
                [var name, .. var arguments] => new ProcessProgram { Command = name, Arguments = arguments },
            };
        if (IsOwn(project))
            return OwnProgram.With();
        throw new InputException(
            project.FileName,
            [
                $"runtime: got {project.Runtime.Name}, want dotnet; or say how to start the program with {Option}; docs/cli.md has the line for Node",
            ]
        );
    }

    /// <summary>Whether the repository's own program is what a project means.</summary>
    public static bool IsOwn(ProjectFile project) => project.Runtime.Name is "dotnet" or "";

    /// <summary>Cuts a command line at its spaces; single and double quotes keep some together, a backslash outside single quotes keeps the next character.</summary>
    public static List<string> Words(string command)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var (quote, inside) = ('\0', false);
        for (var i = 0; i < command.Length; i++)
        {
            var letter = command[i];
            if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                if (inside)
                    words.Add(word.ToString());
                word.Clear();
                inside = false;
                continue;
            }
            inside = true;
            if (letter == quote)
                quote = '\0';
            else if (quote == '\0' && letter is '"' or '\'')
                quote = letter;
            else
                word.Append(letter == '\\' && quote != '\'' && i + 1 < command.Length ? command[++i] : letter);
        }
        if (quote != '\0')
            throw new InputException(Option, [$"got a quote {quote} that is not closed, want a command quoted as in a shell"]);
        if (inside)
            words.Add(word.ToString());
        return words;
    }
}
