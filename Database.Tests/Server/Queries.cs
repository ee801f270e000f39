using Npgsql;

namespace Database.Tests.Server;

/// <summary>Short ways to ask.</summary>
internal static class Queries
{
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string statements)
    {
        await using var command = new NpgsqlCommand(statements, connection);
        return await command.ExecuteNonQueryAsync();
    }

    public static async Task<T> OneAsync<T>(this NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The first column of every row.</summary>
    public static async Task<List<string>> ListAsync(this NpgsqlConnection connection, string query)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}
