using System.Text.Json;
using Infra.Systems;
using Infra.Validation;

namespace Infra.Settings;

/// <summary>Reads everything a stack file says, once, and finds everything that is wrong with it.</summary>
internal sealed class StackLoader
{
    private const string SystemKey = "system";
    private const string EnvironmentKey = "environment";
    private const string SettingsKey = "settings";

    // What reviewers allow for a while; infra check reads it, the program only knows that it is no misspelt key.
    private const string WaiversKey = "waivers";
    private static readonly string[] OwnKeys = [SystemKey, EnvironmentKey, SecretsReader.Key, SettingsKey, WaiversKey];

    private readonly StackConfig _config;
    private readonly List<Problem> _problems = [];

    private StackLoader(StackConfig config) => _config = config;

    /// <summary>The stack, or nothing when there is a problem.</summary>
    /// <param name="config">What the stack file says.</param>
    /// <param name="problems">Every problem, in the order in which a person meets them in the file.</param>
    public static LoadedStack? Load(StackConfig config, out IReadOnlyList<Problem> problems)
    {
        var loader = new StackLoader(config);
        var loaded = loader.Load();
        problems = loader._problems;
        return problems.Count == 0 ? loaded : null;
    }

    private LoadedStack? Load()
    {
        CheckKeys(_config.Project, OwnKeys);
        CheckKeys(AwsConfig.Namespace, AwsConfig.Keys);
        var region = AwsConfig.Region(_config, _problems);
        var account = AwsConfig.AccountId(_config, _problems);
        var system = ReadSystem();
        var environment = ReadEnvironment();
        var secrets = system is null ? StackSecrets.None : SecretsReader.Read(_config, system.Secrets, _problems);
        var before = _problems.Count;
        var json = ReadJson();
        var isReadable = _problems.Count == before;
        if (system is null || environment is not { } known)
            return null;

        var context = new StackContext
        {
            System = system.Name,
            Environment = known,
            Stack = _config.Stack,
            Region = region,
            AccountId = account,
            IsPreview = _config.IsPreview,
            MarksProduction = system.MarksProduction,
            Brand = system.Brand,
            Secrets = secrets,
        };
        _problems.AddRange(context.Label.Validate());
        CheckStackName(context);

        var defaults = system.Defaults(known);
        var unread = new List<Problem>();
        var settings = json is { } overlay ? SettingsReader.Overlay(defaults, system.Tree, overlay, unread) : defaults;
        var told = unread.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        // Of settings that could not be read at all, no single one is judged.
        var unfit =
            isReadable && !told.Contains("")
                ? system.Validate(context, settings, unread).Where(problem => !IsTold(told, problem.Path))
                : [];
        _problems.AddRange(unread.Concat(unfit).Select(problem => problem.Under(SettingsKey)));
        return new(context, system, defaults, settings, json);
    }

    // Of a list with an item that could not be read, the item has been told.
    private static bool IsTold(HashSet<string> told, string path) =>
        told.Contains(path) || told.Any(other => other.StartsWith($"{path}[", StringComparison.Ordinal));

    private void CheckKeys(string space, IReadOnlyCollection<string> known)
    {
        foreach (
            var key in _config
                .Keys.Where(key => key.StartsWith($"{space}:", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var name = key[(space.Length + 1)..];
            if (!known.Contains(name))
                _problems.Add(Problem.UnknownKey(key, name, known));
        }
    }

    private SystemDefinition? ReadSystem()
    {
        var name = _config.Get($"{_config.Project}:{SystemKey}");
        if (SystemCatalog.Find(name) is { } system)
            return system;
        var wayOut = "say which system this stack is";
        _problems.Add(new($"{_config.Project}:{SystemKey}", name, Spelling.OneOf(SystemCatalog.Names), wayOut));
        return null;
    }

    private StackEnvironment? ReadEnvironment()
    {
        var word = _config.Get($"{_config.Project}:{EnvironmentKey}");
        if (word is not null && Word.Parse(typeof(StackEnvironment), word) is StackEnvironment environment)
            return environment;
        var words = Enum.GetValues<StackEnvironment>().Select(value => Word.Of(value)).ToList();
        _problems.Add(
            new($"{_config.Project}:{EnvironmentKey}", word, Spelling.OneOf(words), "it picks the defaults of every setting")
        );
        return null;
    }

    private JsonElement? ReadJson()
    {
        var key = $"{_config.Project}:{SettingsKey}";
        // The texts of problems show what was got, so a secret must not even be looked at.
        if (_config.SecretKeys.Contains(key))
        {
            _problems.Add(
                new(
                    SettingsKey,
                    "a secret",
                    "plain values",
                    $"secrets have a key of their own: {SecretsReader.Command("<name>")}"
                )
            );
            return null;
        }
        if (_config.Get(key) is not { } text)
            return null;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            _problems.Add(new(SettingsKey, $"the text \"{text}\"", "a map of settings", "write its keys below it, indented"));
            return null;
        }
    }

    // A stack named dev with the defaults of production, or the other way round, is a slip that costs money or data.
    private void CheckStackName(StackContext context)
    {
        if (
            Word.Parse(typeof(StackEnvironment), context.Label.ShortStack) is StackEnvironment named
            && named != context.Environment
        )
            _problems.Add(
                new(
                    $"{_config.Project}:{EnvironmentKey}",
                    Word.Of(context.Environment),
                    $"{Word.Of(named)} in a stack named {context.Stack}",
                    "change it, or name the stack otherwise"
                )
            );
    }
}
