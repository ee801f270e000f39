using System.Collections.Generic;

namespace Generator.Model;

/// <summary>A class that the SDK fills from what comes back.</summary>
internal sealed record OutputClass(string Name, IReadOnlyList<OutputMember> Members);
