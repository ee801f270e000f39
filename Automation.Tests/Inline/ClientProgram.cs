using System.Text.Json;
using Engine.Programs;
using Google.Protobuf.WellKnownTypes;
using Protocol;
using Pulumirpc;

namespace Automation.Tests.Inline;

/// <summary>For the engine, the program behind an address: the part of the engine that calls language runtimes.</summary>
internal sealed class ClientProgram(string address, bool isPreview) : IProgram
{
    public RunResponse? Answer { get; private set; }

    public string? RuntimeVersion { get; private set; }

    public int Plugins { get; private set; } = -1;

    public async Task<ProgramExit> RunAsync(ProgramContext context, CancellationToken cancellationToken)
    {
        using var client = new GrpcClient(address);
        RuntimeVersion = (
            await client.CallAsync(LanguageRuntimeMethods.GetPluginInfo, new Empty(), cancellationToken: cancellationToken)
        ).Version;
        Plugins = (
            await client.CallAsync(
                LanguageRuntimeMethods.GetRequiredPlugins,
                new GetRequiredPluginsRequest(),
                cancellationToken: cancellationToken
            )
        )
            .Plugins
            .Count;
        Answer = await client.CallAsync(LanguageRuntimeMethods.Run, Request(context), cancellationToken: cancellationToken);
        return new(
            Answer.Bail ? ProgramExit.AlreadyReported
            : Answer.Error.Length > 0 ? 1
            : 0
        );
    }

    private RunRequest Request(ProgramContext context)
    {
        var request = new RunRequest
        {
            Args = { context.Environment["PULUMI_ENGINE"] },
            MonitorAddress = context.Environment["PULUMI_MONITOR"],
            Project = context.Environment["PULUMI_PROJECT"],
            Stack = context.Environment["PULUMI_STACK"],
            Organization = context.Environment["PULUMI_ORGANIZATION"],
            Parallel = 4,
            DryRun = isPreview,
            Info = new ProgramInfo { RootDirectory = context.Environment["PULUMI_ROOT_DIRECTORY"] },
        };
        if (context.Environment["PULUMI_CONFIG"] is { } config)
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(config)!)
                request.Config[key] = value;
        request.ConfigSecretKeys.AddRange(
            JsonSerializer.Deserialize<string[]>(context.Environment["PULUMI_CONFIG_SECRET_KEYS"]!)!
        );
        return request;
    }
}
