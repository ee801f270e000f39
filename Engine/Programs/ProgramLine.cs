namespace Engine.Programs;

/// <summary>One line that a program printed.</summary>
/// <param name="Text">Without its line end; long ones are cut.</param>
/// <param name="IsError">Whether it went to standard error.</param>
public readonly record struct ProgramLine(string Text, bool IsError);
