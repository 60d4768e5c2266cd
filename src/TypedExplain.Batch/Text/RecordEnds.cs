namespace TypedExplain.Batch.Text;

/// <summary>
/// Finds where the records of a text end, byte by byte as UTF-8, without reading what is in them. Where a cell may be quoted, a line end
/// within quotes ends no record; a quote that does not open a cell is a character like any other, as for the reader of rows.
/// </summary>
internal sealed class RecordEnds
{
    private const byte Quote = (byte)'"', NewLine = (byte)'\n', Return = (byte)'\r';

    private readonly byte? _delimiter;
    private State _state;
    private byte _before = NewLine;
    private bool _hasContent;

    /// <param name="delimiter">What stands between cells that may be quoted; null where nothing is.</param>
    public RecordEnds(char? delimiter) => _delimiter = (byte?)delimiter;

    private enum State
    {
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    /// <summary>How many line ends were passed.</summary>
    public long Lines { get; private set; }

    /// <summary>How many records ended; empty lines are none.</summary>
    public long Records { get; private set; }

    /// <summary>Whether a carriage return stood before neither a line feed nor another one: the reader of rows ends a row there.</summary>
    public bool HasLoneReturn { get; private set; }

    /// <summary>Goes on to the next end of a record that is not empty.</summary>
    /// <param name="bytes">What follows.</param>
    /// <returns>How many bytes there are to the end of the record, its line end included; -1 where it does not end in them, and all were taken.</returns>
    public int Next(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length)
        {
            switch (_state)
            {
                case State.QuoteInQuoted:
                    // A quote twice stands for itself; with anything else the cell was closed.
                    _state = bytes[at] == Quote ? State.Quoted : State.Plain;
                    at += _state == State.Quoted ? 1 : 0;
                    _before = Quote;
                    break;
                case State.Quoted:
                    at += InQuotes(bytes[at..]);
                    break;
                default:
                    at += Plain(bytes[at..], out bool isEnd);
                    if (isEnd)
                        return at;
                    break;
            }
        }

        return -1;
    }

    /// <summary>Ends a last record that has no line end.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Finish()
    {
        if (!_hasContent)
            return false;
        Records++;
        _hasContent = false;
        return true;
    }

    private int InQuotes(ReadOnlySpan<byte> bytes)
    {
        int quote = bytes.IndexOf(Quote);
        ReadOnlySpan<byte> inside = quote < 0 ? bytes : bytes[..quote];
        Lines += inside.Count(NewLine);
        if (quote >= 0)
            _state = State.QuoteInQuoted;
        return quote < 0 ? bytes.Length : quote + 1;
    }

    /// <summary>Looks for a carriage return by itself.</summary>
    private void Look(ReadOnlySpan<byte> bytes)
    {
        HasLoneReturn |= _before == Return && bytes.Length > 0 && bytes[0] is not (NewLine or Return);
        for (int at; (at = bytes.IndexOf(Return)) >= 0; bytes = bytes[(at + 1)..])
            HasLoneReturn |= at + 1 < bytes.Length && bytes[at + 1] is not (NewLine or Return);
    }

    private int Plain(ReadOnlySpan<byte> bytes, out bool isEnd)
    {
        isEnd = false;
        int found = _delimiter is null ? bytes.IndexOf(NewLine) : bytes.IndexOfAny(NewLine, Quote);
        ReadOnlySpan<byte> inside = found < 0 ? bytes : bytes[..found];
        if (_delimiter is not null)
            Look(found < 0 ? bytes : bytes[..(found + 1)]);
        _hasContent |= inside.ContainsAnyExcept(Return);
        if (inside.Length > 0)
            _before = inside[^1];
        if (found < 0)
            return bytes.Length;

        if (bytes[found] == Quote)
        {
            _hasContent = true;
            if (_before == NewLine || _before == _delimiter)
                _state = State.Quoted;
            _before = Quote;
            return found + 1;
        }

        Lines++;
        _before = NewLine;
        isEnd = Finish();
        return found + 1;
    }
}
