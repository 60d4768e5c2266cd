using System.Collections.Immutable;

namespace TypedExplain.Models;

/// <summary>A model of which is said what its outputs are.</summary>
/// <param name="model">The model.</param>
/// <param name="kinds">One kind for all outputs, or one for each.</param>
internal sealed class KindModel<T>(IModel<T> model, ImmutableArray<OutputKind> kinds) : IModel<T>, IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs => model.Outputs;

    public IModel<T> Inner => model;

    public OutputKind KindOf(int output) => kinds[kinds.Length == 1 ? 0 : output];

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores) => model.Score(rows, scores);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation) => model.Score(rows, scores, cancellation);
}
