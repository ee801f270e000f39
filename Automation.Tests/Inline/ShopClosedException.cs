namespace Automation.Tests.Inline;

/// <summary>What programs of these tests fail with.</summary>
internal sealed class ShopClosedException() : Exception("the shop is closed");
