namespace Engine.Values;

/// <summary>A value of a resource property, as the engine sees it: plain data plus what Pulumi adds to it (unknown, secret, asset, reference).</summary>
public abstract record PropertyValue
{
    private protected PropertyValue() { }
}
