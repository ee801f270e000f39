namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> of any type.</summary>
internal interface IOutput
{
    ValueTask<UntypedData> GetDataAsync();
}
