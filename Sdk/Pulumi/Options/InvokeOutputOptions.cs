namespace Pulumi;

/// <summary>What can be said about a call of a function that answers an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>No options.</summary>
    public InvokeOutputOptions() { }

    /// <summary>Resources that must be there before the function is called; the result comes from them too. Default: none.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];
}
