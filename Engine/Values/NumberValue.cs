namespace Engine.Values;

/// <summary>A number; Pulumi's protocol has doubles only.</summary>
public sealed record NumberValue(double Value) : PropertyValue;
