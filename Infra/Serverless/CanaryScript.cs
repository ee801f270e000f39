using System.Security.Cryptography;

namespace Infra.Serverless;

/// <summary>What a canary runs: one request, which must be answered with 200 in time. No browser, so nothing of a page is kept.</summary>
internal static class CanaryScript
{
    /// <summary>What Synthetics calls: file and function.</summary>
    public const string Handler = "heartbeat.handler";

    /// <summary>The variable that holds the address.</summary>
    public const string AddressVariable = "ADDRESS";

    /// <summary>The script, for runtimes from syn-nodejs-puppeteer-13.1 on, in which the modules have these names.</summary>
    public const string Text = """
        const synthetics = require('@aws/synthetics-puppeteer');

        exports.handler = async () => {
          const url = new URL(process.env.ADDRESS);
          synthetics.getConfiguration().setConfig({
            includeRequestHeaders: false,
            includeResponseHeaders: false,
            includeRequestBody: false,
            includeResponseBody: false,
          });
          await synthetics.executeHttpStep(
            'health',
            {
              protocol: url.protocol,
              hostname: url.hostname,
              port: url.port || (url.protocol === 'https:' ? 443 : 80),
              path: url.pathname + url.search,
              method: 'GET',
              headers: { 'User-Agent': synthetics.getCanaryUserAgentString() },
            },
            (response) =>
              new Promise((resolve, reject) => {
                response.on('error', reject);
                response.on('end', () =>
                  response.statusCode === 200 ? resolve() : reject(new Error(`got ${response.statusCode}, want 200`)));
                response.resume();
              }),
          );
        };

        """;

    /// <summary>The script as Synthetics takes it, in base64. Of Node.js it wants this folder.</summary>
    public static string Zip { get; } =
        Convert.ToBase64String(StoredZip.Of("nodejs/node_modules/heartbeat.js", Text.ReplaceLineEndings("\n")));

    /// <summary>Where it is kept; another script has another name, by which a canary notices.</summary>
    public static string Key { get; } =
        $"heartbeat-{Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(Zip)))[..12]}.zip";
}
