namespace Engine.Programs;

/// <summary>The environment variables, console and working directory of this process, lent to a program and given back.</summary>
internal sealed class Surroundings : IDisposable
{
    private readonly Dictionary<string, string?> _variables = [];
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly string _directory = Environment.CurrentDirectory;
    private readonly int _exitCode = Environment.ExitCode;
    private readonly LineWriter _programOut;
    private readonly LineWriter _programError;

    public Surroundings(ProgramContext context)
    {
        foreach (var (name, value) in context.Environment)
        {
            _variables[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, value);
        }
        _programOut = new LineWriter(line => context.Print(new(line, IsError: false)));
        _programError = new LineWriter(line => context.Print(new(line, IsError: true)));
        Console.SetOut(_programOut);
        Console.SetError(_programError);
        Environment.CurrentDirectory = context.WorkingDirectory;
        Environment.ExitCode = 0;
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        _programOut.Dispose();
        _programError.Dispose();
        Environment.CurrentDirectory = _directory;
        Environment.ExitCode = _exitCode;
        foreach (var (name, value) in _variables)
            Environment.SetEnvironmentVariable(name, value);
    }
}
