using System.Reflection;

namespace Pulumi;

/// <summary>
/// Reads a field or property of an object. A getter that answers a reference becomes a delegate; compiling an expression or letting
/// reflection emit code for each of hundreds of members would cost more at start-up than all reads together.
/// </summary>
internal static class MemberReader
{
    public static Func<object, object?> For(Type type, MemberInfo member) =>
        member switch
        {
            FieldInfo field => field.GetValue,
            PropertyInfo { GetMethod: { } getter } property when !property.PropertyType.IsValueType && !type.IsValueType => (
                (Maker)Activator.CreateInstance(typeof(Maker<>).MakeGenericType(getter.DeclaringType!))!
            ).Make(getter),
            PropertyInfo property => property.GetValue,
            _ => throw new InvalidOperationException($"{type.FullName}.{member.Name} cannot be read"),
        };

    private abstract class Maker
    {
        public abstract Func<object, object?> Make(MethodInfo getter);
    }

    private sealed class Maker<TDeclaring> : Maker
        where TDeclaring : class
    {
        public override Func<object, object?> Make(MethodInfo getter)
        {
            var get = getter.CreateDelegate<Func<TDeclaring, object?>>();
            return target => get((TDeclaring)target);
        }
    }
}
