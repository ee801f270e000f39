using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>
/// Settings of the stack under one namespace. A <c>Get</c> answers nothing for a key that is not set, a <c>Require</c> ends the deployment
/// and says how to set it; those with <c>Secret</c> answer secret outputs. A value of the wrong type ends the deployment.
/// </summary>
public sealed class Config
{
    private const string OldSuffix = ":config";

    private readonly string _namespace;

    /// <summary>The settings of a namespace.</summary>
    /// <param name="name">The namespace, for example <c>aws</c>. Default: the project.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Required.ProjectName;
        _namespace = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
    }

    /// <summary>A text; nothing if it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    public string? Get(string key) => Deployment.Required.Config.Get(FullKey(key));

    /// <summary>A secret text; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary><c>true</c> or <c>false</c>; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public bool? GetBoolean(string key) => ReadBoolean(key, asSecret: false);

    /// <summary>A secret <c>true</c> or <c>false</c>; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<bool>? GetSecretBoolean(string key) => Secret(ReadBoolean(key, asSecret: true));

    /// <summary>A whole number; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public int? GetInt32(string key) => ReadInt32(key, asSecret: false);

    /// <summary>A secret whole number; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<int>? GetSecretInt32(string key) => Secret(ReadInt32(key, asSecret: true));

    /// <summary>A number; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public double? GetDouble(string key) => ReadDouble(key, asSecret: false);

    /// <summary>A secret number; nothing if it is not set.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<double>? GetSecretDouble(string key) => Secret(ReadDouble(key, asSecret: true));

    /// <summary>An object, read from JSON as <see cref="JsonSerializer"/> does; the default value if it is not set.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <inheritdoc cref="Get"/>
    [return: MaybeNull]
    public T GetObject<T>(string key) => ReadObject<T>(key, null, asSecret: false);

    /// <inheritdoc cref="GetObject{T}(string)"/>
    /// <param name="options">How to read it.</param>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options, asSecret: false);

    /// <summary>A secret object, read from JSON as <see cref="JsonSerializer"/> does; nothing if it is not set.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <inheritdoc cref="Get"/>
    public Output<T>? GetSecretObject<T>(string key) =>
        Get(key) is null ? null : Output.CreateSecret(ReadObject<T>(key, null, asSecret: true)!);

    /// <inheritdoc cref="GetSecretObject{T}(string)"/>
    /// <param name="options">How to read it.</param>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is null ? null : Output.CreateSecret(ReadObject<T>(key, options, asSecret: true)!);

    /// <summary>A text.</summary>
    /// <inheritdoc cref="Get"/>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <summary>A secret text.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <inheritdoc cref="Get"/>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <summary>A secret <c>true</c> or <c>false</c>.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    /// <summary>A whole number.</summary>
    /// <inheritdoc cref="Get"/>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <summary>A secret whole number.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    /// <summary>A number.</summary>
    /// <inheritdoc cref="Get"/>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <summary>A secret number.</summary>
    /// <inheritdoc cref="Get"/>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    /// <summary>An object, read from JSON as <see cref="JsonSerializer"/> does.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <inheritdoc cref="Get"/>
    public T RequireObject<T>(string key) => Get(key) is null ? throw Missing(key) : ReadObject<T>(key, null, asSecret: false)!;

    /// <inheritdoc cref="RequireObject{T}(string)"/>
    /// <param name="options">How to read it.</param>
    public T RequireObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is null ? throw Missing(key) : ReadObject<T>(key, options, asSecret: false)!;

    /// <summary>A secret object, read from JSON as <see cref="JsonSerializer"/> does.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <inheritdoc cref="Get"/>
    public Output<T> RequireSecretObject<T>(string key) => GetSecretObject<T>(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireSecretObject{T}(string)"/>
    /// <param name="options">How to read it.</param>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key);

    private string FullKey(string key) => $"{_namespace}:{key}";

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } v ? Output.CreateSecret(v) : null;

    private bool? ReadBoolean(string key, bool asSecret) =>
        Get(key) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var other => throw Wrong(key, other, "true or false", asSecret),
        };

    private int? ReadInt32(string key, bool asSecret) =>
        Get(key) is not { } value ? null
        : int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(key, value, "a whole number", asSecret);

    private double? ReadDouble(string key, bool asSecret) =>
        Get(key) is not { } value ? null
        : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(key, value, "a number", asSecret);

    private T? ReadObject<T>(string key, JsonSerializerOptions? options, bool asSecret)
    {
        if (Get(key) is not { } value)
            return default;
        try
        {
            return JsonSerializer.Deserialize<T>(value, options);
        }
        catch (JsonException e)
        {
            throw Wrong(key, value, $"JSON of a {typeof(T).FullName}", asSecret, e);
        }
    }

    private ConfigMissingException Missing(string key) => new(FullKey(key));

    /// <summary>What was got is not said of a secret: of one the engine knows as such, or one that is read as such.</summary>
    private ConfigTypeException Wrong(string key, string value, string wanted, bool asSecret, Exception? cause = null)
    {
        var isSecret = asSecret || Deployment.Required.Config.IsSecret(FullKey(key));
        return new(FullKey(key), isSecret ? "a secret value" : $"'{value}'", wanted, cause);
    }

    private sealed class ConfigMissingException(string key)
        : RunException($"{key}: got no value, want one; this setting is required. To set it: pulumi config set {key} <value>");

    private sealed class ConfigTypeException(string key, string got, string wanted, Exception? cause)
        : RunException($"{key}: got {got}, want {wanted}. To set it: pulumi config set {key} <value>", cause);
}
