using Microsoft.AspNetCore.Http.Features;

namespace Protocol.Server.Hosting;

/// <summary>The parts of Kestrel's request and response that a call uses.</summary>
internal readonly struct CallContext(IFeatureCollection features)
{
    public IHttpRequestFeature Request { get; } = features.GetRequiredFeature<IHttpRequestFeature>();

    public IHttpResponseFeature Response { get; } = features.GetRequiredFeature<IHttpResponseFeature>();

    public IFeatureCollection Features { get; } = features;
}
