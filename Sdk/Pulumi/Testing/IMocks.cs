namespace Pulumi.Testing;

/// <summary>Answers in place of the engine and the providers. Called from several threads at once.</summary>
public interface IMocks
{
    /// <summary>Answers for a resource that is made or read.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>
    /// Its id and its outputs: a dictionary or an args object. An output that is missing is not known during a preview, and the default
    /// value otherwise.
    /// </returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers for a function or a method.</summary>
    /// <param name="args">The call.</param>
    /// <returns>Its result: a dictionary or an args object.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Is told the outputs of a component or of the stack. Default: does nothing.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
