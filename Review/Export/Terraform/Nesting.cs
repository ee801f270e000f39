namespace Review.Export.Terraform;

/// <summary>How Terraform keeps a value that Pulumi writes in another form.</summary>
internal enum Nesting
{
    /// <summary>A block is a list of objects, of one where Pulumi has a single object; all else is as Pulumi has it.</summary>
    Usual,

    /// <summary>An object, where Pulumi has one too.</summary>
    Object,

    /// <summary>A list of one, where Pulumi has a plain value.</summary>
    ListOfOne,

    /// <summary>A text, where Pulumi has a number or a truth value.</summary>
    Text,
}
