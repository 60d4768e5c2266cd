using System.Collections.Immutable;

namespace TypedExplain.Hosting.Tests.App;

/// <summary>A model behind a network, as it were.</summary>
internal sealed class Slow : IAsyncModel<Applicant>
{
    private int _largest, _rows;

    public ImmutableArray<string> Outputs => Applicants.Model.Outputs;

    public Func<Applicant, bool> Fails { get; init; } = _ => false;

    public int Largest => Volatile.Read(ref _largest);

    public int Rows => Volatile.Read(ref _rows);

    public bool IsGone { get; set; }

    public OutputKind KindOf(int output) => Applicants.Model.KindOf(output);

    public async ValueTask ScoreAsync(RowBatch<Applicant> rows, Memory<double> scores, CancellationToken cancellation)
    {
        if (IsGone)
            throw new InvalidOperationException("The model is gone.");
        Interlocked.Add(ref _rows, rows.Count);
        await Task.Delay(20, cancellation);
        lock (this)
            _largest = Math.Max(_largest, rows.Count);
        for (int row = 0; row < rows.Count; row++)
        {
            if (Fails(rows.Rows.Decode(row)))
                throw new InvalidOperationException("The model does not like this row.");
        }

        Applicants.Model.Score(rows.Rows, scores.Span);
    }
}
