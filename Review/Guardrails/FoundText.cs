using Review.Model;

namespace Review.Guardrails;

/// <summary>One text somewhere in the inputs of a stack.</summary>
/// <param name="Resource">Whose input.</param>
/// <param name="Key">The key that it stands under; items of lists stand under that of the list.</param>
/// <param name="Text">The text, stand-ins included.</param>
/// <param name="IsSecret">Whether it lies in a secret, and must not be quoted.</param>
internal sealed record FoundText(Resource Resource, string Key, string Text, bool IsSecret);
