using System.Collections.Immutable;
using Infra.Naming;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Amplify;
using Pulumi.Aws.Amplify.Inputs;

namespace Infra.Hosting;

/// <summary>
/// Pages that are built from branches of a repository at GitHub and served by Amplify. Without the repository or a token the site is left out
/// with a warning: the rest of the system does not wait. Somebody must once install the Amplify app of GitHub in the repository by hand.
/// </summary>
internal sealed class AmplifySite : ComponentResource
{
    private const string Role = "web";

    // Every path without an extension, or with one that no file of a site has, belongs to the application: as the AWS documentation writes it.
    private const string ApplicationPaths =
        "</^[^.]+$|\\.(?!(css|gif|ico|jpg|jpeg|js|png|txt|svg|woff|woff2|ttf|map|json|webp|webmanifest|xml)$)([^.]+$)/>";

    /// <summary>The app; nothing where the site is left out.</summary>
    public Output<string>? AppId { get; }

    /// <summary>The address of each branch, with scheme; empty where the site is left out.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Urls { get; } =
        ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal);

    /// <summary>The records that the zone of the domain must have, as Amplify words them; empty without a domain.</summary>
    public Output<ImmutableArray<string>> Records { get; } = Output.Create(ImmutableArray<string>.Empty);

    /// <summary>Makes the site.</summary>
    public AmplifySite(string name, AmplifySiteArgs args, ComponentResourceOptions? options = null)
        : base("idp:hosting:AmplifySite", name, options)
    {
        args.Validate().ThrowIfAny(this);
        if (args.Missing is { } missing)
        {
            Log.Warn($"the site is left out: its {missing} is missing", this);
            RegisterOutputs();
            return;
        }
        foreach (var warning in AmplifyNotes.Warnings(args))
            Log.Warn(warning, this);

        var app = App(name, args);
        AppId = app.Id;
        Urls = args.Branches.Keys.ToImmutableSortedDictionary(
            branch => branch,
            branch => app.DefaultDomain.Apply(host => $"https://{AmplifyNotes.HostLabel(branch)}.{host}"),
            StringComparer.Ordinal
        );
        var branches = args.Branches.ToDictionary(
            branch => branch.Key,
            branch => Branch(name, branch.Key, branch.Value, args, app)
        );
        if (args.Domain is { } domain)
            Records = Domain(name, domain, args, app, branches);
        RegisterOutputs(new Dictionary<string, object?> { ["appId"] = AppId, ["records"] = Records });
    }

    private App App(string name, AmplifySiteArgs args)
    {
        var label = args.Context.Label;
        var app = new AppArgs
        {
            Name = NameRule.AmplifyApp.Check(label.Name(Role)),
            Repository = args.Repository!,
            AccessToken = args.AccessToken!, // the type itself keeps it secret, in the plan and in the state
            Platform = "WEB", // files only; pages made by a server would need WEB_COMPUTE and a role
            BuildSpec = BuildSpec.Of(args),
            CustomHeaders = SiteHeaders.Of(args.Headers),
            // Files that exist are served; what the application routes itself gets its first page.
            CustomRules =
            [
                new AppCustomRuleArgs
                {
                    Source = ApplicationPaths,
                    Status = "404-200",
                    Target = "/index.html",
                },
            ],
            EnableBranchAutoBuild = true,
            EnableBranchAutoDeletion = false, // a branch is deleted here, not by who deletes it at GitHub
            EnvironmentVariables = Variables(args),
            Tags = label.NameTag(Role),
        };
        if (args.ServiceRoleArn is { } role)
            app.IamServiceRoleArn = role;
        return new($"{name}-app", app, new() { Parent = this, Protect = args.Protect });
    }

    private static InputMap<string> Variables(AmplifySiteArgs args)
    {
        // The older build image of Amplify cannot run the versions of Node.js that are maintained.
        var variables = new InputMap<string> { { "_CUSTOM_IMAGE", "amplify:al2023" } };
        foreach (var (key, value) in args.Environment)
            variables.Add(key, value);
        foreach (var (key, value) in args.BuildSecrets)
            variables.Add(key, Output.CreateSecret(value.ToOutput()));
        return variables;
    }

    private Branch Branch(string name, string branch, AmplifyBranch settings, AmplifySiteArgs args, App app)
    {
        var made = new BranchArgs
        {
            AppId = app.Id,
            BranchName = branch,
            Stage = Word.Of(settings.Stage).ToUpperInvariant(),
            Framework = "React",
            EnableAutoBuild = true,
            EnablePullRequestPreview = settings.Previews,
            Tags = args.Context.Label.NameTag($"{Role}-{branch}"),
        };
        if (!settings.Environment.IsEmpty)
            made.EnvironmentVariables = settings.Environment.ToDictionary();
        return new($"{name}-branch-{branch}", made, new() { Parent = this });
    }

    private Output<ImmutableArray<string>> Domain(
        string name,
        string domain,
        AmplifySiteArgs args,
        App app,
        Dictionary<string, Branch> branches
    )
    {
        var association = new DomainAssociation(
            $"{name}-domain",
            new()
            {
                AppId = app.Id,
                DomainName = domain,
                // Said although it is the default: AWS hands it back, and each preview would show a difference.
                CertificateSettings = new DomainAssociationCertificateSettingsArgs { Type = "AMPLIFY_MANAGED" },
                EnableAutoSubDomain = false, // a branch that somebody pushes gets no host of ours
                SubDomains =
                [
                    .. args
                        .Branches.Where(branch => branch.Value.Subdomain is not null)
                        .Select(branch => new DomainAssociationSubDomainArgs
                        {
                            BranchName = branches[branch.Key].BranchName,
                            Prefix = branch.Value.Subdomain!,
                        }),
                ],
                WaitForVerification = args.WaitForDomain,
            },
            new() { Parent = this }
        );
        return Output
            .Tuple(association.CertificateVerificationDnsRecord, association.SubDomains)
            .Apply(made => AmplifyNotes.Records(made.Item1, made.Item2.Select(sub => sub.DnsRecord), domain));
    }
}
