using System.Collections.Immutable;
using System.Text;
using Engine.Values;
using Review.Model;

namespace Review.Export.Terraform;

/// <summary>What stands for other resources in values, as Terraform writes references.</summary>
internal sealed class ReferenceTexts
{
    // It is the same everywhere and comes from nowhere.
    private const string Region = "region";

    private readonly Dictionary<(string Token, string Name), ExportedResource> _byName = [];
    private readonly Dictionary<string, ExportedResource> _byUrn = new(StringComparer.Ordinal);

    /// <summary>References to any of these.</summary>
    public ReferenceTexts(IEnumerable<ExportedResource> resources)
    {
        foreach (var resource in resources)
        {
            var state = resource.Step.State;
            _byName.TryAdd((state.Type, state.Name), resource);
            _byUrn.TryAdd(state.Urn, resource);
        }
    }

    /// <summary>
    /// The references in a text, as a plan's configuration lists them: the attribute, then its resource, both as the module of the resource names it.
    /// Where that is not the module that refers, the resource's whole address follows: Terraform would write variables and outputs there, which its
    /// readers do not follow.
    /// </summary>
    public IEnumerable<string> In(string text, Module from)
    {
        foreach (var reference in Reference.In(text))
            if (_byName.TryGetValue((reference.Type, reference.Name), out var target))
            {
                yield return Written(reference, target);
                foreach (var address in Addresses(target, from))
                    yield return address;
            }
    }

    /// <summary>The references to a resource of which no output is named.</summary>
    public IEnumerable<string> To(string urn, Module from) =>
        _byUrn.TryGetValue(urn, out var target) ? Addresses(target, from) : [];

    /// <summary>
    /// The references of a text that is known and came from another resource: to the property of that one which is the same text, such as the name of a
    /// bucket. None where no property is.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="urns">The resources it may have come from.</param>
    /// <param name="from">The module that refers.</param>
    public IEnumerable<string> Same(string text, ImmutableArray<string> urns, Module from)
    {
        foreach (var urn in urns)
            if (_byUrn.TryGetValue(urn, out var target))
                foreach (var (name, value) in target.Configured.Properties)
                    if (name != Region && text.Length > 0 && value is StringValue { Value: var other } && other == text)
                    {
                        yield return $"{target.LocalAddress}.{name}";
                        foreach (var address in Addresses(target, from))
                            yield return address;
                        break;
                    }
    }

    /// <summary>A document with each stand-in written as a template has it, <c>${aws_kms_key.main.arn}</c>, so that the rest of it can be read.</summary>
    public string Interpolated(string document)
    {
        var text = new StringBuilder(document);
        foreach (var reference in Reference.In(document).Distinct())
            text.Replace(
                reference.ToString(),
                _byName.TryGetValue((reference.Type, reference.Name), out var target)
                    ? $"${{{Written(reference, target)}}}"
                    : Readable.Of(reference.ToString())
            );
        return text.ToString();
    }

    private static string Written(Reference reference, ExportedResource target) =>
        $"{target.LocalAddress}.{TerraformTypes.Known.OutputOf(reference.Type, reference.Output)}";

    private static IEnumerable<string> Addresses(ExportedResource target, Module from) =>
        target.Module == from ? [target.LocalAddress] : [target.LocalAddress, target.Address];
}
