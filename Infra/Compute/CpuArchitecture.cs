namespace Infra.Compute;

/// <summary>The processors a task runs on. The image must have been built for them.</summary>
internal enum CpuArchitecture
{
    /// <summary>Intel and AMD.</summary>
    X86_64,

    /// <summary>AWS Graviton, about a fifth cheaper.</summary>
    Arm64,
}
