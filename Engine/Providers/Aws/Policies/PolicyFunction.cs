using System.Globalization;
using System.Text;
using Engine.Text;
using Engine.Values;

namespace Engine.Providers.Aws.Policies;

/// <summary>
/// <c>aws:iam/getPolicyDocument</c>: pure computation, done for real. Source documents come first, then the statements given, then the
/// override documents; a later statement replaces an earlier one of the same Sid.
/// </summary>
internal static class PolicyFunction
{
    private const int Indentation = 2;

    /// <exception cref="FunctionException">The arguments make no policy.</exception>
    public static ObjectValue Answer(ObjectValue arguments)
    {
        var merged = new PolicyDocument();
        var sids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (source, path) in Documents(arguments, "sourcePolicyDocuments"))
        {
            foreach (var statement in source.Statements)
                if (statement.Sid.Length > 0 && !sids.Add(statement.Sid))
                    throw new FunctionException(
                        $"{path}: got Sid '{statement.Sid}', which an earlier source has too; make Sids unique"
                    );
            merged.Merge(source);
        }
        merged.Merge(new PolicyArguments(arguments).Document());
        foreach (var (overriding, _) in Documents(arguments, "overridePolicyDocuments"))
            merged.Merge(overriding);
        var json = Text(merged, Indentation);
        return arguments
            .With("json", new StringValue(json))
            .With("minifiedJson", new StringValue(Text(merged, 0)))
            .With("id", new StringValue(Crc32.Of(Encoding.UTF8.GetBytes(json)).ToString(CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<(PolicyDocument Document, string Path)> Documents(ObjectValue arguments, string name)
    {
        if (arguments[name] is not ArrayValue list)
            yield break;
        for (var i = 0; i < list.Items.Length; i++)
            if (list.Items[i].AsText() is { Length: > 0 } text)
                yield return (PolicyReader.Read(text, PropertyPath.Index(name, i)), PropertyPath.Index(name, i));
    }

    private static string Text(PolicyDocument document, int indentation)
    {
        using var stream = new MemoryStream();
        using (var json = new PulumiJsonWriter(stream, indentation))
            PolicyWriter.Write(document, json);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
