using System.Data;
using System.Data.Common;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Receipts.Logs;

namespace TypedExplain;

/// <summary>
/// A receipt log in a table of a database, over any ADO.NET provider; tried with SQLite (Microsoft.Data.Sqlite) and PostgreSQL
/// (Npgsql). An append is one serializable transaction; where another process was faster it is tried again.
/// </summary>
public sealed class DatabaseReceiptLog : ReceiptLog
{
    private const int Tries = 100;

    private static readonly string[] s_columns = ["sequence", "id", "previous", "receipt", "time", "json"];

    private readonly Func<DbConnection> _connect;
    private readonly string _table;

    /// <summary>A log in a table, which is made where there is none.</summary>
    /// <param name="connect">Makes a connection, such as <c>() => new SqliteConnection("Data Source=receipts.db")</c>; each is opened, used and disposed of.</param>
    /// <param name="table">The name of the table: letters, digits and underscores.</param>
    /// <exception cref="InvalidOptionException">The name is another one.</exception>
    /// <exception cref="ReceiptLogException">The database cannot be reached, or the table cannot be made.</exception>
    public DatabaseReceiptLog(Func<DbConnection> connect, string table = "receipt_log")
    {
        ArgumentNullException.ThrowIfNull(connect);
        ArgumentNullException.ThrowIfNull(table);
        if (table.Length == 0 || !table.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_') || char.IsAsciiDigit(table[0]))
            throw new InvalidOptionException($"table is {VisibleText.Name(table)}; it must be letters, digits and underscores, a letter first.");
        (_connect, _table) = (connect, table);
        Try($"the table {table} cannot be made", connection =>
        {
            using DbCommand command = Command(connection, null,
                $"CREATE TABLE IF NOT EXISTS {_table} (sequence BIGINT NOT NULL PRIMARY KEY, id VARCHAR(64) NOT NULL, previous VARCHAR(64) NOT NULL UNIQUE, receipt VARCHAR(64) NOT NULL, time VARCHAR(40) NOT NULL, json TEXT NOT NULL)");
            return command.ExecuteNonQuery();
        });
    }

    /// <inheritdoc/>
    public override LogHead Head => Try("it cannot be read", connection => HeadOf(connection, null));

    private protected override LogEntry[] Extend(Func<LogHead, LogEntry[]> make) => Try("nothing was appended", connection =>
    {
        for (int tries = 1; ; tries++)
        {
            LogHead head = LogHead.Empty;
            try
            {
                using DbTransaction transaction = connection.BeginTransaction(IsolationLevel.Serializable);
                head = HeadOf(connection, transaction);
                LogEntry[] entries = make(head);
                foreach (LogEntry entry in entries)
                    Insert(connection, transaction, entry);
                transaction.Commit();
                return entries;
            }
            catch (DbException error) when (tries < Tries && (error.IsTransient || HeadOf(connection, null) != head))
            {
                // Somebody else appended first.
                Thread.Sleep(tries);
            }
        }
    });

    private protected override IEnumerable<LogEntry> Stored(long from)
    {
        using DbConnection connection = Opened();
        using DbCommand command = Command(connection, null, $"SELECT {string.Join(", ", s_columns)} FROM {_table} WHERE sequence >= @sequence ORDER BY sequence", ("@sequence", from));
        using DbDataReader reader = Try(connection, "it cannot be read", command.ExecuteReader);
        while (Try(connection, "it cannot be read", reader.Read))
        {
            long sequence = reader.GetInt64(0);
            DateTimeOffset time = EntryText.TimeOf(reader.GetString(4)) ?? throw new ReceiptLogException(string.Create(CultureInfo.InvariantCulture, $"entry {sequence} of the table {_table} has no time"));
            yield return new(sequence, reader.GetString(1), reader.GetString(2), reader.GetString(3), time, reader.GetString(5));
        }
    }

    private LogHead HeadOf(DbConnection connection, DbTransaction? transaction)
    {
        using DbCommand command = Command(connection, transaction, $"SELECT sequence, id FROM {_table} WHERE sequence = (SELECT MAX(sequence) FROM {_table})");
        using DbDataReader reader = command.ExecuteReader();
        return reader.Read() ? LogHead.Stored(reader.GetInt64(0) + 1, reader.GetString(1)) : LogHead.Empty;
    }

    private void Insert(DbConnection connection, DbTransaction transaction, LogEntry entry)
    {
        using DbCommand command = Command(
            connection,
            transaction,
            $"INSERT INTO {_table} ({string.Join(", ", s_columns)}) VALUES ({string.Join(", ", s_columns.Select(column => "@" + column))})",
            ("@sequence", entry.Sequence),
            ("@id", entry.Id),
            ("@previous", entry.Previous),
            ("@receipt", entry.ReceiptId),
            ("@time", EntryText.TextOf(entry.Time)),
            ("@json", entry.Json));
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        DbCommand command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, transaction);
        foreach ((string name, object value) in values)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private TResult Try<TResult>(string failed, Func<DbConnection, TResult> use)
    {
        using DbConnection connection = Opened();
        return Try(connection, failed, () => use(connection));
    }

    private TResult Try<TResult>(DbConnection connection, string failed, Func<TResult> use)
    {
        try
        {
            return use();
        }
        catch (Exception error) when (error is DbException or InvalidCastException)
        {
            throw new ReceiptLogException($"The receipt log {_table} in {connection.Database}: {failed}: {error.Message}", error);
        }
    }

    private DbConnection Opened()
    {
        DbConnection? connection = null;
        try
        {
            connection = _connect() ?? throw new InvalidOptionException("connect gave no connection; it must make a new one each time.");
            connection.Open();
            return connection;
        }
        catch (DbException error)
        {
            connection?.Dispose();
            throw new ReceiptLogException($"The database of the receipt log {_table} cannot be reached: {error.Message}", error);
        }
    }
}
