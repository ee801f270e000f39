using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Pulumi;

namespace Sdk.Tests.Api;

/// <summary>Prints the public API of an assembly, a line a type and a line a member, in the format of the golden file.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Print(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Lines).Select(line => line.Text).Order(StringComparer.Ordinal);

    /// <summary>The lines of one type.</summary>
    public static IEnumerable<ApiLine> Lines(Type type)
    {
        var name = TypeNames.Plain(type);
        if (type.IsSubclassOf(typeof(MulticastDelegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            var result = TypeNames.Of(invoke.ReturnParameter);
            yield return new(type, $"{name} : delegate {result} ({Parameters(invoke)})");
            yield break;
        }

        if (type.IsEnum)
        {
            yield return new(type, $"{name} : enum : {TypeNames.Plain(type.GetEnumUnderlyingType())}");
            foreach (var member in type.GetEnumNames())
                yield return new(
                    type.GetField(member)!,
                    $"{name}.{member} : enum member = {Convert.ToInt64(Enum.Parse(type, member), CultureInfo.InvariantCulture)}"
                );
            yield break;
        }

        yield return new(type, $"{name} : {Kind(type)}{Bases(type)}{Usage(type)}");
        foreach (var constructor in type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)))
            yield return new(
                constructor,
                $"{name}.ctor : {Access(constructor)} {type.Name.Split('`')[0]}({Parameters(constructor)})"
            );
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic && !field.IsSpecialName))
            yield return new(
                field,
                $"{name}.{field.Name} : public {FieldKind(field)}{TypeNames.Of(field)} {field.Name}{Constant(field)}"
            );
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsVisible)))
            yield return new(property, $"{name}.{property.Name}{Index(property)} : {PropertyText(property)}{Marks(property)}");
        foreach (var method in type.GetMethods(Declared).Where(m => IsVisible(m) && IsWritten(m)))
            yield return new(method, $"{name}.{MethodName(method)}({Parameters(method)}) : {MethodText(method)}");
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsWritten(MethodInfo method) =>
        !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Kind(Type type) =>
        type.IsInterface ? "interface"
        : type.IsValueType
            ? type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct"
                : "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string Bases(Type type)
    {
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces()
            .Where(i => i.IsPublic && !inherited.Contains(i))
            .Select(TypeNames.Plain)
            .Order(StringComparer.Ordinal);
        var all = (
            type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) ? [TypeNames.Plain(b)] : (string[])[]
        ).Concat(own);
        return all.Any() ? $" extends {string.Join(", ", all)}" : "";
    }

    private static string Usage(Type type) =>
        type.GetCustomAttribute<AttributeUsageAttribute>(inherit: false) is { } usage
            ? $" [AttributeUsage({(int)usage.ValidOn}{(usage.AllowMultiple ? ", AllowMultiple=True" : "")})]"
            : "";

    private static string Access(MethodBase method) =>
        method.IsPublic ? "public"
        : method.IsFamilyOrAssembly ? "protected internal"
        : "protected";

    private static string FieldKind(FieldInfo field) =>
        field.IsLiteral ? "const " : (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");

    private static string Constant(FieldInfo field) =>
        !field.IsLiteral ? ""
        : field.GetRawConstantValue() is string text ? $" = \"{text}\""
        : $" = {field.GetRawConstantValue()}";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : "";

    private static string PropertyText(PropertyInfo property)
    {
        var accessor = property.GetAccessors(true).First(IsVisible);
        var get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : "";
        var set =
            property.SetMethod is not { } setter || !IsVisible(setter) ? ""
            : IsInit(setter) ? "init; "
            : "set; ";
        var kind = accessor.DeclaringType!.IsInterface && !accessor.IsStatic ? "" : MethodKind(accessor);
        return $"{Access(accessor)} {kind}{TypeNames.Of(property)} {property.Name} {{ {get}{set}}}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Marks(PropertyInfo property)
    {
        if (property.GetCustomAttribute<OutputAttribute>() is { } output)
            return $" [Output({output.Name})]";
        return InputMark(property);
    }

    /// <summary>The attribute of an input as it is written: name on the wire, required, sent as JSON; nothing where there is none.</summary>
    public static string InputMark(MemberInfo member) =>
        member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(InputAttribute)) is { } input
            ? $" [Input({string.Join(", ", input.ConstructorArguments.Select(argument => argument.Value))})]"
            : "";

    private static string MethodName(MethodInfo method) =>
        method.IsGenericMethod
            ? $"{method.Name}<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>"
            : method.Name;

    private static string MethodKind(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.IsAbstract ? "abstract "
        : method.GetBaseDefinition() != method ? "override "
        : method is { IsVirtual: true, IsFinal: false } ? "virtual "
        : "";

    private static string MethodText(MethodInfo method)
    {
        var isInInterface = method.DeclaringType!.IsInterface;
        var kind =
            !isInInterface ? MethodKind(method)
            : method.IsAbstract ? ""
            : "default-impl ";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? " [extension]" : "";
        return $"{Access(method)} {kind}{TypeNames.Of(method.ReturnParameter)}{Constraints(method)}{extension}";
    }

    private static string Constraints(MethodInfo method)
    {
        var constrained = method.IsGenericMethod
            ? method.GetGenericArguments().Select(Constraint).Where(text => text.Length > 0)
            : [];
        return string.Concat(constrained);
    }

    private static string Constraint(Type parameter)
    {
        var parts = parameter.GetGenericParameterConstraints().Select(TypeNames.Plain).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            parts.Add("new()");
        return parts.Count > 0 ? $" where {parameter.Name} : {string.Join(", ", parts)}" : "";
    }

    /// <summary>The parameters of a method as they are written.</summary>
    public static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isThis = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var isOut = parameter.IsOut ? "out " : "";
        return $"{isThis}{isParams}{isOut}{TypeNames.Of(parameter)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter) =>
        !parameter.HasDefaultValue
            ? ""
            : parameter.RawDefaultValue switch
            {
                null => parameter.ParameterType.IsValueType ? " = default" : " = null",
                bool value => value ? " = true" : " = false",
                string text => $" = \"{text}\"",
                var value => $" = {value}",
            };
}
