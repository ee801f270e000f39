using System.Text.Json;
using Infra.Systems;

namespace Infra.Settings;

/// <summary>A stack whose file was read and found sound.</summary>
/// <param name="Context">Which stack it is and where it lives.</param>
/// <param name="System">Its system.</param>
/// <param name="Defaults">What the settings would be if the file said nothing.</param>
/// <param name="Settings">What they are.</param>
/// <param name="Overlay">What the file says; nothing when it says nothing.</param>
internal sealed record LoadedStack(
    StackContext Context,
    SystemDefinition System,
    object Defaults,
    object Settings,
    JsonElement? Overlay
);
