namespace Pulumi;

/// <summary>Refuses what is left out of this SDK, at the moment it is used, and says where it can be had.</summary>
internal static class OfficialSdkOnly
{
    public static NotSupportedException Refuse(string what) =>
        new(
            $"{what} is not part of the Pulumi SDK in this repository. Build with the official package Pulumi instead: "
                + "set the MSBuild property or environment variable PulumiPackages=nuget (docs/sdk.md lists what is left out)."
        );
}
