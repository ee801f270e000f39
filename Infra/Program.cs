using Infra.Settings;
using Infra.Systems;
using Pulumi;

return args.Length > 0
    ? SettingsCommand.Run(args, StackConfig.OfEnvironment(), Console.Out, Console.Error)
    : await Deployment.RunAsync(StackProgram.Run);
