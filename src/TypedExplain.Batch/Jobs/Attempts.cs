using System.Globalization;

namespace TypedExplain.Batch.Jobs;

/// <summary>
/// Where earlier processes ended while they worked on a shard. Each writes down what it begins, and what the last line of a dead one
/// says is suspect: those records are then asked about one by one, and a record at which the process ended again and again is left out.
/// </summary>
internal sealed class Attempts : IDisposable
{
    /// <summary>How often the process may end at a record before that is left out.</summary>
    public const int MostEnds = 4;

    private const string BatchWord = "batch", RowWord = "row", EndWord = "asked";

    private readonly Guid _id = Guid.NewGuid();
    private readonly string _folder, _shard, _own;
    private readonly FileStream _file;
    private readonly StreamWriter _text;
    private readonly HashSet<long> _batches = [];
    private readonly Dictionary<long, int> _rows = [];

    /// <summary>Reads what dead processes left, and begins one's own.</summary>
    /// <param name="folder">The folder of the job.</param>
    /// <param name="shard">The name of the shard.</param>
    public Attempts(string folder, string shard)
    {
        (_folder, _shard) = (Path.Combine(folder, "attempts"), shard);
        Directory.CreateDirectory(_folder);
        foreach (string path in Directory.GetFiles(_folder, shard + ".*.txt"))
            Read(path);
        _own = Path.Combine(_folder, $"{shard}.{_id:N}.txt");
        _file = new(_own, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        _text = new(_file) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Whether records must be asked about one by one: a process ended in this batch, or at a record of it.</summary>
    /// <param name="first">The number of the first row.</param>
    /// <param name="last">The number of the last one.</param>
    public bool IsSuspect(long first, long last) => _batches.Any(batch => batch >= first && batch <= last) || _rows.Keys.Any(row => row >= first && row <= last);

    /// <summary>Whether the process ended too often at a record.</summary>
    /// <param name="row">The number of its row.</param>
    public bool IsPoison(long row) => _rows.TryGetValue(row, out int ends) && ends >= MostEnds;

    /// <summary>The places of some records in an order of this process's own.</summary>
    public IEnumerable<int> Order(int count)
    {
        RandomStream stream = new(_id.GetHashCode(), "order of an attempt");
        return Enumerable.Range(0, count).OrderBy(place => stream.Bits(place));
    }

    /// <summary>Says that a batch is begun.</summary>
    public void BeginBatch(long first) => Begin(BatchWord, first);

    /// <summary>Says that a record is begun.</summary>
    public void BeginRow(long row) => Begin(RowWord, row);

    /// <summary>Says that nothing is asked any longer: where the process ends from now on, no record of this shard is why.</summary>
    public void EndAsking() => _text.WriteLine(EndWord);

    /// <summary>The work was given up and the process lives: nothing is suspect.</summary>
    public void Abandon()
    {
        Dispose();
        File.Delete(_own);
    }

    /// <summary>The shard is finished; what was known of it is not needed any longer.</summary>
    public void Finish()
    {
        Dispose();
        foreach (string path in Directory.GetFiles(_folder, _shard + ".*.txt"))
            File.Delete(path);
    }

    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private void Begin(string word, long number) => _text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word} {number}"));

    private void Read(string path)
    {
        string[] words;
        try
        {
            // An empty one says nothing, and may be one that its process is about to hold.
            if (new FileInfo(path).Length == 0)
                return;

            // A process that lives holds its file.
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.None);
            using StreamReader text = new(file);
            words = text.ReadToEnd().Split('\n') is [.., var last, ""] ? last.Split(' ') : [];
        }
        catch (IOException)
        {
            return;
        }

        if (words is [BatchWord, var batch] && long.TryParse(batch, NumberStyles.None, CultureInfo.InvariantCulture, out long first))
            _batches.Add(first);
        else if (words is [RowWord, var row] && long.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            _rows[number] = _rows.GetValueOrDefault(number) + 1;
    }
}
