using System.Collections.Generic;
using System.Linq;

namespace Generator.Schema;

/// <summary>The list of tokens to generate: one a line, "#" starts a comment, empty lines do not count.</summary>
internal sealed class TokenList(SchemaFile file)
{
    public SchemaFile File { get; } = file;

    public IReadOnlyList<TokenEntry> Entries { get; } =
    [
        .. file
            .Text.Lines.Select(line => new TokenEntry(line.ToString().Split('#')[0].Trim(), line.Start))
            .Where(entry => entry.Token.Length > 0),
    ];
}
