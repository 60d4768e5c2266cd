using System.Collections.Immutable;

namespace TypedExplain.Orleans.Tests.Budgets;

/// <summary>A model that tells how many rows it is asked about; it is called.</summary>
internal sealed class CountingModel(Action<int> asked) : IModel<Client>
{
    public ImmutableArray<string> Outputs => ["score"];

    public void Score(EncodedRows<Client> rows, Span<double> scores)
    {
        asked(rows.Count);
        for (int i = 0; i < rows.Count; i++)
            scores[i] = rows[i][0];
    }
}

/// <summary>The same, awaited.</summary>
internal sealed class CountingAsyncModel(Action<int> asked) : IAsyncModel<Client>
{
    public ImmutableArray<string> Outputs => ["score"];

    public async ValueTask ScoreAsync(RowBatch<Client> rows, Memory<double> scores, CancellationToken cancellation)
    {
        asked(rows.Count);
        await Task.Yield();
        for (int i = 0; i < rows.Count; i++)
            scores.Span[i] = rows.Rows[i][0];
    }
}
