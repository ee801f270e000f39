namespace Pulumi;

/// <summary>What the text of an output says: that an output has no text.</summary>
internal static class OutputText
{
    private const string Variable = "PULUMI_ERROR_OUTPUT_STRING";

    private const string Message = """
        An Output has no text of its own: its value may not exist yet, so calling ToString on it, or putting it into $"...", is always a mistake.

        To get an Output<string> instead:
        1. output.Apply(value => $"prefix {value} suffix")
        2. Output.Format($"prefix {output} suffix")

        See https://www.pulumi.com/docs/concepts/inputs-outputs
        """;

    public static string Refuse()
    {
        if (EnvironmentFlags.IsOn(Variable))
            throw new InvalidOperationException(Message);
        if (Deployment.Current is not null)
            Log.Warn(Message);
        return Message;
    }
}
