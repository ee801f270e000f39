using Google.Protobuf;

namespace Pulumi;

/// <summary>A property that is sent as a JSON text. The text is secret or unknown if anything inside the value is.</summary>
internal static class JsonInput
{
    public static Output<string> Of(object value)
    {
        return Output<string>.From(TextAsync(value));

        static async ValueTask<OutputData<string>> TextAsync(object value)
        {
            var serializer = new Serializer("", keepResources: false) { MarksSecrets = false };
            var json = await serializer.SerializeAsync(value).ConfigureAwait(false);
            var resources = ResourceSet.From(serializer.TakeDependencies() ?? []);
            if (serializer.HasUnknowns)
                return OutputData<string>.Unknown(resources, serializer.HasSecrets);
            var text = json is null ? null : JsonFormatter.Default.Format(json);
            return new(resources, text!, isKnown: true, serializer.HasSecrets);
        }
    }
}
