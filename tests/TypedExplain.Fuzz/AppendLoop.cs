using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace TypedExplain.Fuzz;

/// <summary>Appends receipts to a log until the process is killed, and says after each append how many the log has.</summary>
internal static class AppendLoop
{
    public const string Argument = "--append", File = "file", Sqlite = "sqlite", Postgres = "postgres";

    /// <summary>How many receipts one append has, in turn.</summary>
    private static readonly int[] s_sizes = [1, 7, 40];

    public static void Run(string kind, string place)
    {
        ReceiptLog log = Open(kind, place);
        IModel<Row> model = Model.From<Row>(row => row.Turn / 100);
        Lime<Row> lime = new() { Neighborhood = new GaussianNeighborhood<Row> { Background = new Dataset<Row>(Enumerable.Range(0, 20).Select(i => new Row(i))), Samples = 8 } };
        Receipt<Row>[] receipts = [.. Enumerable.Range(0, 40).Select(i => Receipt.Of(lime.Explain(model, new Row(i)), model, null, ReceiptContent.HashedInstance))];
        for (int turn = 0; ; turn++)
        {
            IReadOnlyList<LogEntry> entries = log.Append(receipts[..s_sizes[turn % s_sizes.Length]]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{entries[^1].Sequence} {entries[^1].Id}"));
        }
    }

    /// <summary>The log of a kind: in a file, or in a database that a connection string names.</summary>
    public static ReceiptLog Open(string kind, string place) => kind == File ? new FileReceiptLog(place) : new DatabaseReceiptLog(() => Connect(kind, place));

    private static DbConnection Connect(string kind, string place) => kind == Sqlite ? new SqliteConnection(place) : new NpgsqlConnection(place);
}
