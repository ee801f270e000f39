using Infra.Settings;

return SettingsCommand.Run(args, StackConfig.OfEnvironment(), Console.Out, Console.Error);
