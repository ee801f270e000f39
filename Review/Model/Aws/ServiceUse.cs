namespace Review.Model.Aws;

/// <summary>A service of AWS that acts by itself, because a resource tells it to.</summary>
/// <param name="Service">Its principal, such as <c>cloudwatch.amazonaws.com</c>, or its short name in the host of an API.</param>
/// <param name="By">The resource.</param>
internal sealed record ServiceUse(string Service, Resource By);
