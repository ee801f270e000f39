using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Output;
using Infra.Cli.Tools;

namespace Infra.Cli.Users;

/// <summary>What Cognito knows of a user. It keeps no secret among it.</summary>
internal sealed record UserInfo
{
    /// <summary>The user name; with sign-in by e-mail an id that Cognito made.</summary>
    public required string Name { get; init; }

    /// <summary>CONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED …</summary>
    public required string Status { get; init; }

    /// <summary>Whether the user may sign in.</summary>
    public required bool Enabled { get; init; }

    /// <summary>When the user was made, as AWS writes it.</summary>
    public required string Created { get; init; }

    /// <summary>When anything of it was changed last, as AWS writes it.</summary>
    public required string Changed { get; init; }

    /// <summary>The second factors that are set up.</summary>
    public required ImmutableArray<string> SecondFactors { get; init; }

    /// <summary>The groups.</summary>
    public required ImmutableArray<string> Groups { get; init; }

    /// <summary>The attributes by name.</summary>
    public required ImmutableSortedDictionary<string, string> Attributes { get; init; }

    /// <summary>Reads the answers of admin-get-user and admin-list-groups-for-user.</summary>
    public static UserInfo Of(JsonElement user, JsonElement groups) =>
        new()
        {
            Name = user.Text("Username") ?? "",
            Status = user.Text("UserStatus") ?? "UNKNOWN",
            Enabled = user.IsTrue("Enabled"),
            Created = Moment(user, "UserCreateDate"),
            Changed = Moment(user, "UserLastModifiedDate"),
            SecondFactors = [.. user.Items("UserMFASettingList").Select(factor => factor.ToString())],
            Groups = [.. groups.Items("Groups").Select(group => group.Text("GroupName")).OfType<string>()],
            Attributes = user.Items("UserAttributes")
                .ToImmutableSortedDictionary(
                    attribute => attribute.Text("Name") ?? "",
                    attribute => attribute.Text("Value") ?? "",
                    StringComparer.Ordinal
                ),
        };

    /// <summary>For people: state first, then the attributes.</summary>
    public void Write(Terminal terminal)
    {
        var rows = new TableRows("user", Name);
        rows.Add(Enabled ? Style.Good : Style.Danger, "enabled", Enabled ? "yes" : "no");
        foreach (
            var (name, value) in new[]
            {
                ("status", Status),
                ("second factors", List(SecondFactors)),
                ("groups", List(Groups)),
                ("created", Created),
                ("changed", Changed),
            }
        )
            rows.Add(Style.Plain, name, value);
        foreach (var (name, value) in Attributes)
            rows.Add(Style.Plain, name, value);
        rows.Write(terminal);
    }

    /// <summary>For scripts.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("user", Name);
        writer.WriteBoolean("enabled", Enabled);
        writer.WriteString("status", Status);
        writer.WriteStartArray("secondFactors");
        foreach (var factor in SecondFactors)
            writer.WriteStringValue(factor);
        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var group in Groups)
            writer.WriteStringValue(group);
        writer.WriteEndArray();
        writer.WriteString("created", Created);
        writer.WriteString("changed", Changed);
        writer.WriteStartObject("attributes");
        foreach (var (name, value) in Attributes)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static string List(ImmutableArray<string> texts) => texts.IsEmpty ? "none" : string.Join(", ", texts);

    // Version 2 of the command line writes a date, others a number.
    private static string Moment(JsonElement user, string name) =>
        user.TryGetProperty(name, out var value) ? value.ToString() : "";
}
