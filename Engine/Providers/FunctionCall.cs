using Engine.Monitor;
using Engine.Values;

namespace Engine.Providers;

/// <summary>A call of a provider function.</summary>
/// <param name="Token">What is called.</param>
/// <param name="Arguments">With what; secrets are unwrapped, nothing is unknown.</param>
/// <param name="Provider">The explicit or default provider it goes to.</param>
internal sealed record FunctionCall(string Token, ObjectValue Arguments, Node Provider)
{
    /// <summary>A text argument, or nothing.</summary>
    public string? Text(string name) => Arguments[name] is StringValue { Value.Length: > 0 } text ? text.Value : null;

    /// <summary>A list of texts; none when it is left out.</summary>
    public IEnumerable<string> Texts(string name) =>
        Arguments[name] is ArrayValue list ? list.Items.OfType<StringValue>().Select(item => item.Value) : [];
}
