using TypedExplain.Media;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Tests.Faults;

/// <summary>A disk that is full, or goes away, in the middle of writing: the error of the disk comes out, and the old file is as it was.</summary>
public sealed class DiskFaultTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-faults-").FullName;
    private static readonly Word2Vec s_words = new([.. Enumerable.Range(0, 500).Select(i => $"word{i}")], [.. Enumerable.Range(0, 500).Select(i => (float)i)]);
    private static readonly Applicant[] s_rows = [.. Enumerable.Range(0, 2000).Select(i => new Applicant(i % 100, i % 2 == 0))];

    [Fact]
    public void Full_disks()
    {
        FaultCount count = new("disk full");
        for (int room = 0; room < 8_000; room += 1 + (room / 3))
        {
            int left = room;
            count.Try($"vectors with room for {left}", () => s_words.Save(new Full(left)), error => error is IOException);
            count.Try($"a table with room for {left}", () => Write(new Full(left)), error => error is IOException);
        }

        if (File.Exists("/dev/full"))
        {
            count.Try("vectors on a full device", () => s_words.Save("/dev/full"), error => error is IOException);
            count.Try("a table on a full device", () => TypedExplain.Csv.Write("/dev/full", s_rows), error => error is IOException);
        }

        // A file that is there already, and a source of rows that ends in the middle.
        string table = Path.Combine(_folder, "rows.csv");
        TypedExplain.Csv.Write(table, s_rows[..3]);
        string before = File.ReadAllText(table);
        for (int rows = 0; rows < s_rows.Length; rows += 1 + rows)
        {
            int given = rows;
            count.Try($"{given} rows, then an end", () => TypedExplain.Csv.Write(table, s_rows.Take(given).Concat(Gone())), error => error is IOException);
            if (File.ReadAllText(table) != before || Directory.GetFiles(_folder) is not [_])
                count.Lose($"the old table, after {given} rows");
        }

        count.Report(output.WriteLine);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Write(Stream stream)
    {
        using StreamWriter text = new(stream);
        TypedExplain.Csv.Write(text, s_rows);
        text.Flush();
    }

    private static IEnumerable<Applicant> Gone() => s_rows.Take(1).Select(Applicant (_) => throw new IOException("The database went away."));

    /// <summary>A disk with room for so many bytes.</summary>
    private sealed class Full(int room) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > room)
                throw new IOException("No space left on device.");
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

        public override void WriteByte(byte value) => Write([value]);
    }
}
