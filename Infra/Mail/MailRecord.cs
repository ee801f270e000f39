namespace Infra.Mail;

/// <summary>A record that the domain's zone must have.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Type">For example <c>TXT</c>.</param>
/// <param name="Value">What it says.</param>
internal sealed record MailRecord(string Name, string Type, string Value);
