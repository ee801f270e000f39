using Engine.Model;
using Engine.Values;

namespace Engine.Tests.Documents;

/// <summary>Resources of stack "dev" of project "shop".</summary>
internal static class States
{
    public const string StackUrn = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
    public const string ProviderUrn = "urn:pulumi:dev::shop::pulumi:providers:t::default_1_2_3";
    public const string Provider = ProviderUrn + "::0b3f";

    public static string Urn(string name, string type = "t:x:Thing") => $"urn:pulumi:dev::shop::{type}::{name}";

    public static ResourceState Stack(ObjectValue? outputs = null) =>
        new()
        {
            Urn = StackUrn,
            Type = Urns.StackType,
            Custom = false,
            Outputs = outputs ?? ObjectValue.Empty,
        };

    public static ResourceState DefaultProvider() =>
        new()
        {
            Urn = ProviderUrn,
            Type = "pulumi:providers:t",
            Custom = true,
            Id = "0b3f",
            Inputs = V.Map(("version", "1.2.3")),
        };

    public static ResourceState Thing(string name, params (string Key, object? Value)[] inputs) => Of("t:x:Thing", name, inputs);

    public static ResourceState Of(string type, string name, params (string Key, object? Value)[] inputs) =>
        new()
        {
            Urn = Urn(name, type),
            Type = type,
            Custom = true,
            Parent = StackUrn,
            Provider = Provider,
            Inputs = V.Map(inputs),
        };

    /// <summary>The same, deployed: with an id, outputs and times.</summary>
    public static ResourceState Deployed(this ResourceState state) =>
        state with
        {
            Id = $"id-{state.Name}",
            Outputs = new ObjectValue(state.Inputs.Properties.SetItem("arn", new StringValue($"arn:{state.Name}"))),
            Created = "2026-01-02T03:04:05Z",
            Modified = "2026-01-03T03:04:05Z",
        };
}
