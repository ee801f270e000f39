using System.Runtime.CompilerServices;
using System.Text;

namespace Engine.Schemas;

/// <summary>
/// Steps over JSON values without looking into them: ten times as fast as a reader that checks every token, which matters because each start of
/// the command pays for it. Sure of its way in well-formed JSON only; the values it finds are parsed properly before use.
/// </summary>
internal ref struct JsonScanner(ReadOnlySpan<byte> json)
{
    private readonly ReadOnlySpan<byte> _json = json;

    /// <summary>Where it stands, in bytes from the start.</summary>
    public int Position { get; private set; }

    /// <summary>Steps into the object that comes next.</summary>
    public void Enter() => Expect((byte)'{');

    /// <summary>Steps to the value of the next member, or out of the object where there is none.</summary>
    /// <param name="name">The member's name.</param>
    public bool Member(out string name)
    {
        SkipSpace();
        name = "";
        if (_json[Position] == '}')
        {
            Position++;
            return false;
        }
        if (_json[Position] == ',')
            Position++;
        SkipSpace();
        var start = Position + 1;
        SkipText();
        name = Encoding.UTF8.GetString(_json[start..(Position - 1)]);
        Expect((byte)':');
        return true;
    }

    /// <summary>Steps over the value that comes next and says where it lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Range Value()
    {
        SkipSpace();
        var start = Position;
        var depth = 0;
        do switch (_json[Position])
        {
            case (byte)'"':
                SkipText();
                break;
            case (byte)'{' or (byte)'[':
                depth++;
                Position++;
                break;
            case (byte)'}' or (byte)']':
                depth--;
                Position++;
                break;
            default:
                Position++;
                break;
        }
        while (depth > 0 || !AtEnd(_json[Position]));
        return start..Position;
    }

    private static bool AtEnd(byte next) => next is (byte)',' or (byte)'}' or (byte)']' or <= (byte)' ';

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SkipText()
    {
        var at = Position + 1;
        while (_json[at] != '"')
            at += _json[at] == '\\' ? 2 : 1;
        Position = at + 1;
    }

    private void SkipSpace()
    {
        while (_json[Position] <= ' ')
            Position++;
    }

    private void Expect(byte wanted)
    {
        SkipSpace();
        if (_json[Position++] != wanted)
            throw new InvalidDataException($"The schema is no JSON at byte {Position - 1}");
    }
}
