namespace Infra.Cli.Operations.Parts;

/// <summary>A branch of a site that Amplify builds.</summary>
/// <param name="Key">What people call it in this stack: <c>site</c>, or <c>site-main</c> where several branches are built.</param>
/// <param name="App">The name of the Amplify app; AWS makes its id.</param>
/// <param name="Branch">The branch.</param>
internal sealed record SitePart(string Key, string App, string Branch);
