using System.Collections.Immutable;
using Pulumi;

namespace Infra.Observability;

/// <summary>What a Slack channel shows.</summary>
/// <param name="Role">What it is for, such as <c>alerts</c>; it becomes part of its name in AWS.</param>
/// <param name="TopicArns">The topics that it shows, of any regions.</param>
internal sealed record ChatChannel(string Role, ImmutableArray<Input<string>> TopicArns);
