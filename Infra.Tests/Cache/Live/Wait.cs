using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Infra.Tests.Cache.Live;

/// <summary>Waiting for things that happen soon, and ports that nobody else has.</summary>
internal static class Wait
{
    /// <summary>Tries until it works.</summary>
    /// <exception cref="TimeoutException">It did not within the time; the last error is inside.</exception>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> attempt, string what, int seconds = 20)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        Exception? last = null;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            try
            {
                if (await attempt() is { } result)
                    return result;
            }
            catch (Exception error) when (error is IOException or SocketException or HttpRequestException)
            {
                last = error;
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"{what}: not within {seconds} s", last);
    }

    /// <summary>Waits until something is true.</summary>
    public static Task UntilAsync(Func<bool> holds, string what, int seconds = 20) =>
        UntilAsync(() => Task.FromResult(holds() ? "" : null), what, seconds);

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
