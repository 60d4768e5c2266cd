namespace TypedExplain.Neighborhoods.Samples;

// Samples and more neighbors in one table.
internal sealed partial class SampleTable<T>
{
    /// <summary>
    /// Puts these samples and, after them, the last neighbors of another draw around the same instance into a table of their
    /// own, with other answers.
    /// </summary>
    /// <param name="others">The other draw; as many of its neighbors are taken as there are answers for.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="answers">For each row the answer, measured from <see cref="Origin"/>.</param>
    public SampleTable<T> With(SampleTable<T> others, T instance, ReadOnlySpan<double> answers)
    {
        int skipped = others.Samples - (answers.Length - Samples);
        SampleTable<T> both = new(instance, answers.Length, 1, [], _intercept, IsPaired, null);
        Instance.CopyTo(both._instance.Span);
        Table.CopyTo(both._table.Span);
        others.Table[(skipped * Stride)..].CopyTo(both._table.Span[(Samples * Stride)..]);
        Weights.CopyTo(both.Weights);
        others.Weights[skipped..].CopyTo(both.Weights[Samples..]);
        _origin.Span.CopyTo(both._origin.Span);
        for (int row = 0, at = Features; row < answers.Length; row++, at += Stride)
            both._table.Span[at] = answers[row];
        return both;
    }
}
