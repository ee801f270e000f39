namespace Review.Model.Aws;

/// <summary>How AWS calls its services and their hosts.</summary>
internal static class ServiceNames
{
    /// <summary>The host by which a key knows that a service of a region asks, as in <c>kms:ViaService</c>.</summary>
    public static string Via(string service, string region) => $"{service}.{region}.amazonaws.com";

    /// <summary>The principal of CloudWatch Logs in a region.</summary>
    public static string Logs(string region) => Via("logs", region);
}
