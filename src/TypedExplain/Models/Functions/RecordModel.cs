using System.Collections.Immutable;

namespace TypedExplain.Models.Functions;

/// <summary>Calls a function of one record for each row.</summary>
internal sealed class RecordModel<T>(ImmutableArray<string> outputs, RecordScorer<T> score) : IModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => outputs;

    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        int row = 0;
        try
        {
            for (; row < rows.Count; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                score(rows.Decode(row), scores.Slice(row * outputs.Length, outputs.Length));
            }
        }
        catch (Exception error) when (ModelFailure.IsOwn(error))
        {
            throw ModelFailure.OnRow(rows, row, error);
        }
    }
}
