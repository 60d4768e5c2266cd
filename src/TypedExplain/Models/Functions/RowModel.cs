using System.Collections.Immutable;

namespace TypedExplain.Models.Functions;

/// <summary>Passes encoded rows to a function.</summary>
internal sealed class RowModel<T>(ImmutableArray<string> outputs, RowScorer<T> score) : IModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => outputs;

    public void Score(EncodedRows<T> rows, Span<double> scores) => score(rows, scores);
}
