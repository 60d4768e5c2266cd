using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedExplain.Batch.Jobs;

/// <summary>The file of rows that are no records, as JSON lines; there is none where there are no such rows.</summary>
internal sealed class BadRowFile(string path, long most, string shard) : IDisposable
{
    private const int Shown = 3;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<BadRow> _first = [];
    private FileStream? _file;
    private long _last;

    /// <summary>How many rows are bad, each once.</summary>
    public long Rows { get; private set; }

    /// <summary>The file; null where there is none.</summary>
    public FileStream? File => _file;

    /// <summary>Takes what is wrong with some rows, in their order.</summary>
    /// <returns>How many rows they are.</returns>
    /// <exception cref="BatchException">There are more of them than may be.</exception>
    public long Add(IReadOnlyList<BadRow> bad)
    {
        long before = Rows;
        foreach (BadRow row in bad)
        {
            Rows += row.Row == _last && Rows > 0 ? 0 : 1;
            _last = row.Row;
            if (_first.Count < Shown)
                _first.Add(row);
            _file ??= new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
            Write(_file, row);
            if (Rows > most)
                throw new BatchException($"{shard} has more than {most} bad rows, which MaxBadRows allows; the first ones: {string.Join("; ", _first)}");
        }

        return Rows - before;
    }

    /// <summary>Has the file on the disk; it stays open.</summary>
    public void Finish() => _file?.Flush(flushToDisk: true);

    public void Dispose() => _file?.Dispose();

    private static void Write(FileStream file, BadRow row)
    {
        using (Utf8JsonWriter json = new(file, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("row", row.Row);
            if (row.Line > 0)
                json.WriteNumber("line", row.Line);
            if (row.Column.Length > 0)
                json.WriteString("column", row.Column);
            if (row.Text.Length > 0)
                json.WriteString("text", row.Text);
            json.WriteString("reason", row.Reason);
            json.WriteEndObject();
        }

        file.Write("\n"u8);
    }
}
