namespace TypedExplain.Decisions.Trees;

/// <summary>A question about a column that several movers change together.</summary>
/// <param name="own">What the column holds of the instance.</param>
/// <param name="threshold">A row goes right where its column is above it.</param>
/// <param name="parts">The movers, in the order of the search, with what each of their options adds to the column.</param>
/// <param name="slack">By how much the column may be off their sum, because of what types keep.</param>
internal sealed class SharedColumn(double own, double threshold, (int Mover, double[] Added)[] parts, double slack)
{
    private readonly (double Least, double Most)[] _ranges = [.. parts.Select(part => (part.Added.Min(), part.Added.Max()))];

    /// <summary>The first of the movers.</summary>
    public int First { get; } = parts.Min(part => part.Mover);

    /// <summary>Whether the question is answered yes, no, or, with room for rounding, either.</summary>
    public bool? GoesRight(ReadOnlySpan<int> choice, int decided)
    {
        double least = own, most = own, size = Math.Abs(own);
        for (int i = 0; i < parts.Length; i++)
        {
            (int mover, double[] added) = parts[i];
            (double low, double high) = mover < decided ? (added[choice[mover]], added[choice[mover]]) : _ranges[i];
            (least, most, size) = (least + low, most + high, size + Math.Max(Math.Abs(low), Math.Abs(high)));
        }

        double room = slack + (1e-6 * (1 + size));
        return least - room > threshold ? true : most + room <= threshold ? false : null;
    }
}
