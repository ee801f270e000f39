using System.Reflection;

namespace Sdk.Tests.Api;

/// <summary>A type or member, and its line in the golden file.</summary>
internal sealed record ApiLine(MemberInfo Member, string Text);
