using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Resource = Pulumi.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>Makes the methods of an API and what answers them. Remembers all of it: a deployment must come after.</summary>
internal sealed class ApiAnswers
{
    // The longest that API Gateway waits for an answer without asking AWS for more.
    private const int PatienceMilliseconds = 29_000;
    private const string NoContent = "204";

    private readonly string _name;
    private readonly RestApiArgs _args;
    private readonly Rest _api;
    private readonly CustomResourceOptions _child;
    private readonly RequestValidator _validator;
    private readonly Authorizer? _authorizer;
    private readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal);

    /// <summary>Everything made.</summary>
    public List<Resource> Made { get; } = [];

    /// <summary>The id of what knows who calls; nothing where the API asks nobody.</summary>
    public Output<string>? AuthorizerId => _authorizer?.Id;

    /// <summary>Makes methods and answers.</summary>
    public ApiAnswers(string name, RestApiArgs args, Rest api, Resource parent)
    {
        (_name, _args, _api, _child) = (name, args, api, new() { Parent = parent });
        _validator = Remember(
            new RequestValidator(
                $"{name}-validator",
                new()
                {
                    RestApi = api.Id,
                    Name = "body-and-parameters",
                    ValidateRequestBody = true,
                    ValidateRequestParameters = true,
                },
                _child
            )
        );
        if (args.UserPoolArn is { } pool)
            _authorizer = Remember(Users(pool));
        else if (args.Authorizer is { } asked)
            _authorizer = Remember(Token(asked));
        foreach (var (model, schema) in args.Models)
            _models[model] = Remember(Body(model, schema));
        var paths = new ApiPaths(name, api, parent);
        foreach (var call in args.Calls)
            Answer(call, paths.IdOf(call));
        if (args.AnsweredCors is not { } cors)
            return;
        foreach (var path in args.Calls.GroupBy(route => route.Path))
            Preflight(path.Key, paths.IdOf(path.First()), cors.Preflight(path.Select(route => route.Method)));
        foreach (var kind in new[] { "4XX", "5XX" })
            Remember(
                new Response(
                    $"{name}-default-{kind.ToLowerInvariant()}",
                    new()
                    {
                        RestApiId = api.Id,
                        ResponseType = $"DEFAULT_{kind}",
                        ResponseParameters = ApiCors.Under("gatewayresponse.header.", cors.Refusal),
                    },
                    _child
                )
            );
    }

    private Authorizer Users(Input<string> pool) =>
        new(
            $"{_name}-users",
            new()
            {
                RestApi = _api.Id,
                Name = "users",
                Type = "COGNITO_USER_POOLS",
                IdentitySource = "method.request.header.Authorization",
                ProviderArns = [pool],
            },
            _child
        );

    private Authorizer Token(ApiAuthorizer asked) =>
        new(
            $"{_name}-token",
            new()
            {
                RestApi = _api.Id,
                Name = "token",
                Type = "REQUEST",
                AuthorizerUri = asked.Function.InvokeArn,
                AuthorizerResultTtlInSeconds = asked.CacheSeconds,
                IdentitySource = asked.IdentitySource,
            },
            _child
        );

    private Model Body(string model, string schema) =>
        new(
            $"{_name}-model-{model}",
            new()
            {
                RestApi = _api.Id,
                Name = model,
                ContentType = "application/json",
                Schema = schema,
            },
            _child
        );

    private void Answer(ApiRoute route, Output<string> resource)
    {
        var method = new MethodArgs
        {
            RestApi = _api.Id,
            ResourceId = resource,
            HttpMethod = route.Method,
            Authorization = route.Auth switch
            {
                ApiAuth.Users => "COGNITO_USER_POOLS",
                ApiAuth.Token => "CUSTOM",
                _ => "NONE",
            },
            RequestValidatorId = _validator.Id,
        };
        if (route.Auth != ApiAuth.Anybody)
            method.AuthorizerId = _authorizer!.Id;
        if (route.Auth == ApiAuth.Users && _args.Scopes.Length > 0)
            method.AuthorizationScopes = _args.Scopes.ToList();
        if (route.Key != ApiKeyUse.None)
            method.ApiKeyRequired = true;
        // Under the name of a kind of body, a caller who names another kind would not be checked.
        if (route is { Body: { } body, CarriesBody: true })
            method.RequestModels = new() { ["$default"] = _models[body].Name };
        foreach (var parameter in route.Parameters)
            method.RequestParameters.Add($"method.request.path.{parameter}", true);
        foreach (var query in route.Queries)
            method.RequestParameters.Add($"method.request.querystring.{query}", true);
        foreach (var header in route.Headers)
            method.RequestParameters.Add($"method.request.header.{header}", true);
        var key = Key(route.Method, route.Path);
        var asked = Remember(new Method($"{_name}-{key}", method, _child));
        Remember(
            new Integration(
                $"{_name}-{key}-function",
                new()
                {
                    RestApi = _api.Id,
                    ResourceId = resource,
                    HttpMethod = asked.HttpMethod,
                    Type = "AWS_PROXY",
                    IntegrationHttpMethod = "POST", // how Lambda is called, whatever the caller's method
                    Uri = _args.Functions[route.Function].InvokeArn,
                    TimeoutMilliseconds = PatienceMilliseconds,
                },
                _child
            )
        );
    }

    private void Preflight(string path, Output<string> resource, ImmutableSortedDictionary<string, string> headers)
    {
        const string Header = "method.response.header.";
        var key = Key(ApiMethods.Options, path);
        var method = Remember(
            new Method(
                $"{_name}-{key}",
                new()
                {
                    RestApi = _api.Id,
                    ResourceId = resource,
                    HttpMethod = ApiMethods.Options,
                    Authorization = "NONE", // a browser sends no token with it
                },
                _child
            )
        );
        var mock = Remember(
            new Integration(
                $"{_name}-{key}-mock",
                new()
                {
                    RestApi = _api.Id,
                    ResourceId = resource,
                    HttpMethod = method.HttpMethod,
                    Type = "MOCK",
                    RequestTemplates = { ["application/json"] = $$"""{"statusCode":{{NoContent}}}""" },
                },
                _child
            )
        );
        var allowed = new InputMap<bool>();
        foreach (var header in headers.Keys)
            allowed.Add(Header + header, true);
        var response = Remember(
            new MethodResponse(
                $"{_name}-{key}-response",
                new()
                {
                    RestApi = _api.Id,
                    ResourceId = resource,
                    HttpMethod = method.HttpMethod,
                    StatusCode = NoContent,
                    ResponseParameters = allowed,
                },
                _child
            )
        );
        Remember(
            new IntegrationResponse(
                $"{_name}-{key}-headers",
                new()
                {
                    RestApi = _api.Id,
                    ResourceId = resource,
                    HttpMethod = method.HttpMethod,
                    StatusCode = response.StatusCode,
                    ResponseParameters = ApiCors.Under(Header, headers),
                },
                // AWS takes no answer of an integration that is not there.
                new() { Parent = _child.Parent, DependsOn = { mock } }
            )
        );
    }

    private static string Key(string method, string path) => $"{method.ToLowerInvariant()}{path}";

    private T Remember<T>(T made)
        where T : Resource
    {
        Made.Add(made);
        return made;
    }
}
