namespace Infra.Cli.Commands;

/// <summary>A command whose work must not be cut off: after Ctrl-C it ends what it has begun, however long that takes.</summary>
internal interface ILongCommand;
