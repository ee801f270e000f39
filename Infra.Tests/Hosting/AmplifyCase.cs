using System.Collections.Immutable;
using Infra.Hosting;
using Pulumi;

namespace Infra.Tests.Hosting;

/// <summary>A sound site with two branches and a domain; each test changes one thing.</summary>
internal static class AmplifyCase
{
    public static AmplifySiteArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Repository = "https://github.com/acme/web",
            AccessToken = "ghp_token",
            Branches = ImmutableSortedDictionary<string, AmplifyBranch>
                .Empty.Add("main", new() { Stage = AmplifyStage.Production, Subdomain = "www" })
                .Add(
                    "develop",
                    new()
                    {
                        Subdomain = "develop",
                        Previews = true,
                        Environment = ImmutableSortedDictionary<string, string>.Empty.Add(
                            "REACT_APP_API",
                            "https://dev.example.com"
                        ),
                    }
                ),
            Domain = "example.com",
            Environment = Variables("REACT_APP_API", "https://api.example.com"),
        };

    public static ImmutableSortedDictionary<string, Input<string>> Variables(string key, string value) =>
        ImmutableSortedDictionary<string, Input<string>>.Empty.Add(key, value);

    public static AmplifySiteArgs With(this AmplifySiteArgs args, string branch, Func<AmplifyBranch, AmplifyBranch> change) =>
        args with
        {
            Branches = args.Branches.SetItem(branch, change(args.Branches.GetValueOrDefault(branch) ?? new())),
        };

    public static Task<Sandbox> RunAsync(AmplifySiteArgs args) => Sandbox.RunAsync(() => _ = new AmplifySite("web", args));
}
