namespace Review.Export.Terraform;

/// <summary>An attribute or block of a Terraform resource.</summary>
/// <param name="Name">Its name, for example <c>default_action</c>.</param>
/// <param name="Nesting">How its value is kept.</param>
internal readonly record struct TerraformAttribute(string Name, Nesting Nesting)
{
    /// <summary>As the data write it: the name, and behind it <c>{}</c>, <c>[]</c> or <c>''</c> for what is not usual.</summary>
    public static TerraformAttribute Parse(string text) =>
        text switch
        {
            [.. var name, '{', '}'] => new(name, Nesting.Object),
            [.. var name, '[', ']'] => new(name, Nesting.ListOfOne),
            [.. var name, '\'', '\''] => new(name, Nesting.Text),
            _ => new(text, Nesting.Usual),
        };
}
