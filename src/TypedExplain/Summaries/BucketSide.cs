namespace TypedExplain.Summaries;

/// <summary>The buckets of numbers with one sign, by magnitude: those from the lowest octave in use to the highest.</summary>
/// <param name="size">How many buckets an octave has.</param>
/// <param name="withPositions">Whether the positions of values are added up too.</param>
internal sealed class BucketSide(int size, bool withPositions)
{
    private long[] _counts = [];
    private long[] _missing = [];
    private long[] _positions = [];

    /// <summary>The first bucket.</summary>
    public int First { get; private set; }

    /// <summary>After the last bucket.</summary>
    public int End => First + _counts.Length;

    /// <summary>What a bucket holds.</summary>
    public BucketContent this[int bucket] => withPositions
        ? new(_counts[bucket - First], _missing[bucket - First], _positions[bucket - First])
        : new(_counts[bucket - First], 0, 0);

    /// <summary>Adds to a bucket.</summary>
    public void Add(int bucket, in BucketContent content)
    {
        if (bucket < First || bucket >= End)
            Cover(bucket);
        int at = bucket - First;
        _counts[at] += content.Count;
        if (!withPositions)
            return;
        _missing[at] += content.Missing;
        _positions[at] += content.Positions;
    }

    /// <summary>Gives up the buckets below one, the first of an octave, and tells what they held.</summary>
    public BucketContent CutBelow(int bucket)
    {
        BucketContent cut = default;
        int end = Math.Min(bucket, End);
        for (int low = First; low < end; low++)
            cut += this[low];
        if (end <= First)
            return cut;
        _counts = _counts[(end - First)..];
        if (withPositions)
            (_missing, _positions) = (_missing[(end - First)..], _positions[(end - First)..]);
        First = _counts.Length == 0 ? 0 : end;
        return cut;
    }

    private void Cover(int bucket)
    {
        int octave = bucket - (bucket % size);
        int first = _counts.Length == 0 ? octave : Math.Min(First, octave);
        int length = (_counts.Length == 0 ? octave + size : Math.Max(End, octave + size)) - first, moved = _counts.Length == 0 ? 0 : First - first;
        _counts = Wider(_counts, length, moved);
        if (withPositions)
            (_missing, _positions) = (Wider(_missing, length, moved), Wider(_positions, length, moved));
        First = first;
    }

    private static long[] Wider(long[] numbers, int length, int moved)
    {
        long[] wider = new long[length];
        numbers.CopyTo(wider, moved);
        return wider;
    }
}
