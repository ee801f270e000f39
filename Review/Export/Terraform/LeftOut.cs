namespace Review.Export.Terraform;

/// <summary>A resource that is not in the export, because no Terraform type is known for it.</summary>
/// <param name="Type">Its Pulumi type token.</param>
/// <param name="Name">Its logical name.</param>
public readonly record struct LeftOut(string Type, string Name);
