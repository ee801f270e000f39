namespace Infra.Observability.Alarms;

/// <summary>A REST API to watch.</summary>
/// <param name="Key">What its alarms begin with, such as <c>api</c>.</param>
/// <param name="ApiName">Its name; API Gateway measures names, not ids.</param>
/// <param name="Stage">Its stage.</param>
internal sealed record ApiWatch(string Key, string ApiName, string Stage)
{
    /// <summary>What the rows watch.</summary>
    public string Thing => $"api/{ApiName}";
}
