using Infra.Validation;

namespace Infra.Identity;

/// <summary>What a preview tells people of a pool that is sound, and yet may surprise them.</summary>
internal static class PoolNotes
{
    /// <summary>What it costs, what nobody can take back, and what must be there before.</summary>
    public static IEnumerable<string> Facts(CognitoPoolArgs args)
    {
        yield return FeaturePlans.Note(args);
        yield return Settled(args);
        if (args.SignInName == SignInName.UserNameOrEmail)
            yield return "an e-mail address signs in only once it is verified, and a user name must not look like one";
        if (args.Domain?.Host is { } host)
            yield return $"Cognito takes the host {host} only when {host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..]} resolves to an address";
        if (args.Passkeys is { } passkeys && args.Domain is { ManagedLogin: true, Host: null } domain)
            yield return $"passkeys belong to {passkeys.RelyingParty}: its own pages sign in with them through the SDK, the managed login pages at "
                + $"{domain.FullHost(args.Context.Region)} cannot";
        foreach (var note in Services(args))
            yield return note;
    }

    /// <summary>What the other services must be told and what their users cost.</summary>
    private static IEnumerable<string> Services(CognitoPoolArgs args)
    {
        if (args.Providers.IsEmpty)
            yield break;
        if (args.Domain is { } domain)
            yield return $"{Spelling.List([.. args.Providers.Keys], "and")} must know where to send people back to: "
                + $"https://{domain.FullHost(args.Context.Region)}/oauth2/idpresponse";
        foreach (var (name, provider) in args.UsableProviders)
            if (provider.Note is { } note)
                yield return $"sign-in through {name}: {note}";
        // Users of OpenID Connect are billed apart; Google counts as a social service and is not.
        var bridged = args.UsableProviders.Where(p => p.Value.Kind == PoolProviderKind.Oidc).Select(p => p.Key).ToList();
        if (bridged.Count > 0)
            yield return $"whoever signs in through {Spelling.List(bridged, "and")} costs 0.015 USD a month, the first 50 are free";
    }

    /// <summary>What is allowed and unwise, or not ready yet.</summary>
    public static IEnumerable<string> Warnings(CognitoPoolArgs args)
    {
        if (args.Mail is null)
            yield return "e-mail is sent by Cognito itself: 50 a day at most, from no-reply@verificationemail.com; verify a domain with SES";
        foreach (var (provider, settings) in args.Providers)
            if (settings.Missing is { } missing)
                yield return $"sign-in through {provider} is left out: its {missing} is missing";
        foreach (var (key, client) in args.Clients)
        {
            if (client is WebClient { AllowImplicit: true })
                yield return $"client {key} may be sent tokens in the URL (implicit grant), where histories and logs keep them";
            if (client is WebClient { AllowPlainPassword: true } web && web.Flows.Contains(AuthFlow.PlainPassword))
                yield return $"client {key} may send passwords in plain (USER_PASSWORD_AUTH); SRP needs none to travel";
            foreach (
                var doubt in client
                    .Tokens.Doubts()
                    .Where(doubt => client is WebClient || doubt.StartsWith("access", StringComparison.Ordinal))
            )
                yield return $"client {key}: {doubt}";
        }
        if (args.Passkeys is { } passkeys && args.RelyingParty != passkeys.RelyingParty)
            yield return $"passkeys belong to {args.RelyingParty}, where the managed login pages are, and not to {passkeys.RelyingParty}: "
                + "those made for the other host no longer work, and pages outside it cannot ask for one";
    }

    private static string Settled(CognitoPoolArgs args)
    {
        var names = args.SignInName == SignInName.Email ? "sign-in by e-mail address" : "sign-in by user name or e-mail address";
        var attributes = args
            .Attributes.Select(attribute => attribute.Required ? $"{attribute.Name} (required)" : attribute.Name)
            .ToList();
        return $"once the pool exists these can never be changed: {names}, user names without regard to capitals, and the attributes "
            + $"{Spelling.List(attributes, "and")}; only further attributes can be added";
    }
}
