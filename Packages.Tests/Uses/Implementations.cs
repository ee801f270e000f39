using System.Reflection;

namespace Packages.Tests.Uses;

/// <summary>
/// The members of interfaces that classes of an assembly implement: metadata does not mention them. Nothing in the core can be overridden.
/// </summary>
internal static class Implementations
{
    /// <summary>The members, as the others declare them.</summary>
    public static IEnumerable<MemberInfo> Of(Assembly user, IReadOnlySet<string> assemblies) =>
        from type in user.GetTypes()
        where !type.IsInterface
        from contract in type.GetInterfaces()
        where assemblies.Contains(contract.Assembly.GetName().Name!)
        from method in type.GetInterfaceMap(contract).InterfaceMethods
        // Of a closed generic type back to the type as written.
        select method.Module.ResolveMethod(method.MetadataToken);
}
