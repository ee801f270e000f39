using System.Text;

namespace Review.Export.Terraform;

/// <summary>Names as Terraform writes them, made of Pulumi's.</summary>
internal static class TerraformNames
{
    /// <summary>A property's name with underscores: <c>kmsKeyId</c> is <c>kms_key_id</c>. What Pulumi renamed is in <see cref="TerraformTypes"/>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
            if (char.IsAsciiLetterUpper(letter))
                (text.Length == 0 ? text : text.Append('_')).Append(char.ToLowerInvariant(letter));
            else
                text.Append(letter);
        return text.ToString();
    }

    /// <summary>
    /// A logical name as an identifier: letters, digits and underscores, the latter also for anything else. Hyphens are allowed in Terraform, but not in
    /// what several of its readers take references apart with.
    /// </summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        if (name.Length == 0 || char.IsAsciiDigit(name[0]))
            text.Append('_');
        foreach (var letter in name)
            text.Append(char.IsAsciiLetterOrDigit(letter) ? letter : '_');
        return text.ToString();
    }

    /// <summary>The first of <c>name</c>, <c>name_2</c>, <c>name_3</c> … that is not taken, which it then is.</summary>
    public static string Unique(HashSet<string> taken, string name)
    {
        for (var number = 1; ; number++)
            if (number == 1 ? taken.Add(name) : taken.Add($"{name}_{number}"))
                return number == 1 ? name : $"{name}_{number}";
    }
}
