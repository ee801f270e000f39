using System.Text;

namespace Infra.Cli.Output;

/// <summary>The two streams of a command. Both are buffered, standard error until something has to be seen at once.</summary>
internal sealed class Screen : IDisposable
{
    private readonly StreamWriter _out = Open(Console.OpenStandardOutput());
    private readonly StreamWriter _error = Open(Console.OpenStandardError());

    /// <summary>Opens the streams of the process.</summary>
    public Screen()
    {
        Out = Terminal.For(_out, Console.IsOutputRedirected);
        Error = Terminal.For(_error, Console.IsErrorRedirected);
    }

    /// <summary>Where answers go.</summary>
    public Terminal Out { get; }

    /// <summary>Where messages go.</summary>
    public Terminal Error { get; }

    /// <summary>Standard output without any styling, for documents.</summary>
    public TextWriter Document => _out;

    /// <summary>Where text for people goes: beside the document when one is asked for.</summary>
    public Terminal People(bool json) => json ? Error : Out;

    /// <summary>Writes a document of bytes to standard output.</summary>
    public void WriteDocument(Action<Stream> write)
    {
        _out.Flush();
        write(_out.BaseStream);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close(_out);
        Close(_error);
    }

    private static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(false), 16 * 1024) { NewLine = "\n" };

    private static void Close(StreamWriter writer)
    {
        try
        {
            writer.Dispose();
        }
        catch (IOException)
        {
            // The reader went away (| head): it has what it wanted.
        }
    }
}
