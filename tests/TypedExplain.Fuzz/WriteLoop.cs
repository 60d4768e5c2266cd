using System.Collections.Immutable;
using TypedExplain.Media;

namespace TypedExplain.Fuzz;

/// <summary>Writes a table and word vectors again and again until the process is killed.</summary>
internal static class WriteLoop
{
    public const string Argument = "--write", Table = "rows.csv", Vectors = "words.bin";

    public const int Words = 2000;

    private const int Rows = 5000;

    public static void Run(string folder)
    {
        Word2Vec words = new([.. Enumerable.Range(0, Words).Select(i => $"word{i}")], [.. Enumerable.Range(0, Words).Select(i => (float)i)]);
        for (int turn = 0; ; turn++)
        {
            words.Save(Path.Combine(folder, Vectors));
            int own = turn;
            Csv.Write(Path.Combine(folder, Table), Enumerable.Range(0, Rows).Select(_ => new Row(own)));
        }
    }

    /// <summary>Whether all rows are of one turn.</summary>
    public static bool IsWhole(ImmutableArray<Row> rows) => rows.Length == Rows && rows.All(row => row == rows[0]);
}

/// <summary>A row that says in which turn it was written.</summary>
[FeatureRecord]
public partial record Row(double Turn);
