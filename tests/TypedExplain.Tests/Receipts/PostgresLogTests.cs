using Npgsql;
using TypedExplain.Tests.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Receipts;

/// <summary>A log in PostgreSQL.</summary>
public sealed class PostgresLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("postgres").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PostgresFact]
    public void Several_append_at_once_and_what_was_changed_is_found()
    {
        using PostgresServer server = new(Path.Combine(_folder, "server"));
        Receipt<LoanApplication> receipt = Receipt.Of(Settings.Loan, Settings.Credit);
        DatabaseReceiptLog Log() => new(() => new NpgsqlConnection(server.ConnectionString));
        Assert.Equal(LogHead.Empty, Log().Head);
        Parallel.For(0, 6, _ =>
        {
            DatabaseReceiptLog own = Log();
            for (int i = 0; i < 8; i++)
                own.Append([receipt, receipt]);
        });

        DatabaseReceiptLog log = Log();
        Assert.Equal((true, 96L), (log.Verify().IsIntact, log.Head.Count));
        Assert.Equal(log.Head.Id, log.Read(95).Single().Id);
        Assert.Equal("identical; the receipt does not say which model it was, so this is one that answers alike", Receipt<LoanApplication>.FromJson(log.Read(50).First().Json).Replay(Settings.Credit).ToString());

        using (NpgsqlConnection connection = new(server.ConnectionString))
        {
            connection.Open();
            using NpgsqlCommand command = new("UPDATE receipt_log SET json = replace(json, '\"queries\":200', '\"queries\":201') WHERE sequence = 17", connection);
            Assert.Equal(1, command.ExecuteNonQuery());
        }

        Assert.Equal(17, log.Verify().At);
    }
}
