using Microsoft.Data.Sqlite;
using Npgsql;

namespace CreditService.Deciding;

/// <summary>Where receipts are kept: a file of SQLite, or PostgreSQL.</summary>
public static class ReceiptDatabase
{
    /// <summary>The log that the settings name.</summary>
    /// <param name="settings">The settings: <c>postgres</c>, a connection string, or <c>receipts</c>, a path.</param>
    public static ReceiptLog Of(IConfiguration settings)
    {
        if (settings["postgres"] is { Length: > 0 } server)
        {
            // Short, so that a database that is gone is told within seconds.
            string connection = new NpgsqlConnectionStringBuilder(server) { Timeout = 3, CommandTimeout = 5 }.ConnectionString;
            return new DatabaseReceiptLog(() => new NpgsqlConnection(connection));
        }

        string file = new SqliteConnectionStringBuilder { DataSource = settings["receipts"] ?? "receipts.db" }.ConnectionString;
        return new DatabaseReceiptLog(() => new SqliteConnection(file));
    }
}
