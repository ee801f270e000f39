namespace Pulumi.Automation;

/// <summary>What is imported.</summary>
public sealed class ImportOptions
{
    /// <summary>The resources. Default: those a converter finds.</summary>
    public List<ImportResource>? Resources { get; set; }

    /// <summary>URNs of parents and providers by the names that <see cref="Resources"/> call them. Default: none.</summary>
    public Dictionary<string, string>? NameTable { get; set; }

    /// <summary>Whether they are protected against deletion. Default: they are.</summary>
    public bool? Protect { get; set; }

    /// <summary>Whether the program that makes them is written. Default: it is.</summary>
    public bool? GenerateCode { get; set; }

    /// <summary>Name of what finds the resources, for example <c>terraform</c>. Default: nothing does.</summary>
    public string? Converter { get; set; }

    /// <summary>Its arguments. Default: none.</summary>
    public List<string>? ConverterArgs { get; set; }

    /// <summary>Takes each line the CLI prints. Default: nobody does.</summary>
    public Action<string>? OnStandardOutput { get; set; }

    /// <summary>Takes each line the CLI complains in. Default: nobody does.</summary>
    public Action<string>? OnStandardError { get; set; }

    /// <summary>Whether the summary of the run has the secrets of the configuration in the clear. Default: it has.</summary>
    public bool? ShowSecrets { get; set; }
}
