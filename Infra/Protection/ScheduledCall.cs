using System.Text.Json.Nodes;

namespace Infra.Protection;

/// <summary>One call to an API of AWS at a time.</summary>
/// <param name="Key">How it is told from the others.</param>
/// <param name="Call">Service and operation as the Java SDK spells them, such as <c>rds:stopDBInstance</c>.</param>
/// <param name="At">When.</param>
/// <param name="Input">What the call is given; names again as the Java SDK spells them.</param>
internal sealed record ScheduledCall(string Key, string Call, ClockTime At, JsonObject Input);
