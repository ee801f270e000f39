namespace Infra.Hosting;

/// <summary>What a branch is for, in Amplify's words.</summary>
internal enum AmplifyStage
{
    /// <summary>What people use.</summary>
    Production,

    /// <summary>What is still worked on.</summary>
    Development,
}
