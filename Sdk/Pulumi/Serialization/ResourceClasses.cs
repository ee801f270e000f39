using System.Reflection;

namespace Pulumi;

/// <summary>Finds the class of a resource the engine refers to, among those marked with <see cref="ResourceTypeAttribute"/>.</summary>
internal static class ResourceClasses
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Assembly> Seen = [];
    private static readonly Dictionary<string, List<(Version? Version, Type Class)>> Classes = [];

    /// <summary>An object for a resource; nothing if no class stands for it. It looks its properties up with the engine.</summary>
    public static Resource? Create(string urn, string version)
    {
        var type = Urn.TypeOf(urn);
        if (Find(type, version) is not { } @class)
            return null;

        // (name, args, options), as every generated class has; with a URN among the options nothing is registered.
        var constructor = @class
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .FirstOrDefault(c => c.GetParameters() is [{ ParameterType: var name }, _, _] && name == typeof(string));
        var options = constructor?.GetParameters()[2].ParameterType;
        if (options?.IsAssignableTo(typeof(ResourceOptions)) != true)
            return null;
        var given = (ResourceOptions)Activator.CreateInstance(options)!;
        given.Urn = urn;
        return (Resource)constructor!.Invoke(BindingFlags.DoNotWrapExceptions, null, [Urn.NameOf(urn), null, given], null);
    }

    /// <summary>The class for the same version, else the newest of the same major version; any if no version is asked for.</summary>
    private static Type? Find(string type, string version)
    {
        lock (Gate)
        {
            Scan();
            var wanted = Parse(version);
            return Classes
                .GetValueOrDefault(type)
                ?.Where(candidate => wanted is null || candidate.Version is null || candidate.Version.Major == wanted.Major)
                .OrderByDescending(candidate => candidate.Version == wanted)
                .ThenByDescending(candidate => candidate.Version)
                .Select(candidate => candidate.Class)
                .FirstOrDefault();
        }
    }

    private static void Scan()
    {
        var sdk = typeof(Resource).Assembly.GetName().Name;
        var open = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies());
        while (open.TryDequeue(out var assembly))
        {
            if (assembly.IsDynamic || !Seen.Add(assembly))
                continue;
            var references = assembly.GetReferencedAssemblies();
            if (!references.Any(reference => reference.Name == sdk))
                continue;
            foreach (var type in assembly.GetTypes())
            {
                if (type.IsSubclassOf(typeof(Resource)) && type.GetCustomAttribute<ResourceTypeAttribute>() is { } mark)
                    Add(mark, type);
            }
            // A package whose classes the program has not touched yet is not loaded yet.
            foreach (
                var package in references.Where(reference => reference.Name!.StartsWith("Pulumi.", StringComparison.Ordinal))
            )
                open.Enqueue(Assembly.Load(package));
        }
    }

    private static void Add(ResourceTypeAttribute mark, Type @class)
    {
        if (!Classes.TryGetValue(mark.Type, out var classes))
            Classes[mark.Type] = classes = [];
        classes.Add((Parse(mark.Version), @class));
    }

    private static Version? Parse(string? version) =>
        Version.TryParse(version?.TrimStart('v').Split('-', '+')[0], out var parsed) ? parsed : null;
}
