using System.Collections.Immutable;

namespace TypedExplain.Data.CsvFiles;

/// <summary>The errors of a file: all of them, or the first ones and their number.</summary>
/// <param name="limit">How many are kept.</param>
internal sealed class CsvErrors(int limit)
{
    private readonly ImmutableArray<CsvError>.Builder _kept = ImmutableArray.CreateBuilder<CsvError>();

    public int Count { get; private set; }

    public ImmutableArray<CsvError> Kept => _kept.ToImmutable();

    public void Add(long line, long row, string column, string text, string reason)
    {
        Count++;
        if (_kept.Count < limit)
            _kept.Add(new CsvError(line, row, column, CsvWords.Shorten(text), reason + "."));
    }

    /// <summary>The errors that are kept, which are not kept any longer.</summary>
    public ImmutableArray<CsvError> Drain() => _kept.DrainToImmutable();
}
