using Infra.Cli.Commands;
using Infra.Cli.Output;

using var screen = new Screen();
return await CommandLine.RunAsync(args, screen);
