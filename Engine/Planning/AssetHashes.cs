using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Engine.Values;

namespace Engine.Planning;

/// <summary>
/// Gives assets the hash of their content, which is how a checkpoint knows them: a file with the same name may hold something else. Archives are
/// left as they are; they are compared by their names unless both sides bring a hash.
/// </summary>
internal static class AssetHashes
{
    /// <summary>The inputs with hashes filled in where the content can be read.</summary>
    /// <param name="inputs">What the program set.</param>
    /// <param name="directory">What paths are relative to.</param>
    public static ObjectValue Fill(ObjectValue inputs, string directory) => (ObjectValue)Fill((PropertyValue)inputs, directory);

    private static PropertyValue Fill(PropertyValue value, string directory)
    {
        switch (value)
        {
            case AssetValue { Hash: null } asset:
                return Hash(asset, directory) is { } hash ? asset with { Hash = hash } : asset;
            case SecretValue { Inner: AssetValue } secret:
                return SecretValue.Of(Fill(secret.Inner, directory));
            case ArchiveValue { Members: { } named } archive:
                var hashed = Fill(named, directory);
                return ReferenceEquals(hashed, named) ? archive : archive with { Members = hashed };
            case ArrayValue { Items: var items } list:
                var changed = items;
                for (var index = 0; index < items.Length; index++)
                    if (Fill(items[index], directory) is var item && !ReferenceEquals(item, items[index]))
                        changed = changed.SetItem(index, item);
                return changed == items ? list : new ArrayValue(changed);
            case ObjectValue { Properties: var properties } map:
                var result = properties;
                foreach (var (key, member) in properties)
                    if (Fill(member, directory) is var filled && !ReferenceEquals(filled, member))
                        result = result.SetItem(key, filled);
                return ReferenceEquals(result, properties) ? map : new ObjectValue(result);
            default:
                return value;
        }
    }

    private static string? Hash(AssetValue asset, string directory)
    {
        try
        {
            return asset.Source switch
            {
                AssetSource.Text => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asset.Value))),
                AssetSource.Path when File.Exists(Path.Combine(directory, asset.Value)) => OfFile(
                    Path.Combine(directory, asset.Value)
                ),
                _ => null,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string OfFile(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
