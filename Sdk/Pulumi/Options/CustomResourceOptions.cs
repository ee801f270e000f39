namespace Pulumi;

/// <summary>What can be said about a resource that a provider manages, apart from its properties.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>No options.</summary>
    public CustomResourceOptions() { }

    /// <summary>Outputs that are secret although the provider does not say so. Default: none.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>Whether a replacement is made after the old resource is gone. Default: the provider decides, usually before.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>For providers: the name under which it sees an environment variable, by the variable's real name. Default: none.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    /// <summary>The provider's id of an existing resource to take over. Default: none, a new one is made.</summary>
    public string? ImportId { get; set; }

    internal IReadOnlyList<string> AdditionalSecretOutputsOrNone => _additionalSecretOutputs ?? (IReadOnlyList<string>)[];

    internal IReadOnlyDictionary<string, string>? EnvVarMappingsOrNull => _envVarMappings;

    /// <summary>New options: those of the second over those of the first. Lists are appended, maps merged, what is set replaces.</summary>
    /// <param name="options1">One set; it is not changed.</param>
    /// <param name="options2">The set that wins; it is not changed.</param>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = (CustomResourceOptions?)options1?.Clone() ?? new();
        if (options2 is null)
            return merged;

        merged.MergeIn(options2);
        merged.DeleteBeforeReplace = options2.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = options2.ImportId ?? merged.ImportId;
        merged._additionalSecretOutputs = Append(merged._additionalSecretOutputs, options2._additionalSecretOutputs);
        foreach (var (variable, name) in options2._envVarMappings ?? [])
            merged.EnvVarMappings[variable] = name;
        return merged;
    }

    internal override void CopyLists()
    {
        base.CopyLists();
        _additionalSecretOutputs = Copy(_additionalSecretOutputs);
        _envVarMappings = _envVarMappings is null ? null : new(_envVarMappings);
    }
}
