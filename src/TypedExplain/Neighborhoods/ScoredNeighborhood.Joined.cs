namespace TypedExplain;

// Samples and more neighbors in one table.
internal readonly ref partial struct ScoredNeighborhood<T>
{
    /// <summary>
    /// Puts these samples and, after them, the last neighbors of another draw around the same instance into a neighborhood of their
    /// own, with other answers.
    /// </summary>
    /// <param name="others">The other draw; as many of its neighbors are taken as there are answers for.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="answers">For each row the answer, measured from <see cref="Origin"/>.</param>
    public ScoredNeighborhood<T> With(scoped in ScoredNeighborhood<T> others, T instance, scoped ReadOnlySpan<double> answers)
    {
        int skipped = others.Samples - (answers.Length - Samples);
        ScoredNeighborhood<T> both = new(instance, answers.Length, 1, [], _intercept, IsPaired, null);
        Instance.CopyTo(both._instance.Span);
        Table.CopyTo(both._table.Span);
        others.Table[(skipped * Stride)..].CopyTo(both._table.Span[(Samples * Stride)..]);
        Weights.CopyTo(both.Weights);
        others.Weights[skipped..].CopyTo(both.Weights[Samples..]);
        _origin.Span.CopyTo(both._origin.Span);
        (both._origin.Span[^2], both._origin.Span[^1]) = (0, 0);
        for (int row = 0, at = Features; row < answers.Length; row++, at += Stride)
            both._table.Span[at] = answers[row];
        return both;
    }
}
