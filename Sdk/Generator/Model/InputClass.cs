using System.Collections.Generic;

namespace Generator.Model;

/// <summary>A class whose properties the user sets.</summary>
internal sealed record InputClass(string Name, string Base, IReadOnlyList<InputMember> Members);
