using System.Collections.Immutable;

namespace TypedExplain.Models.Identities;

/// <summary>A model of which is said which one it is.</summary>
internal sealed class IdentifiedModel<T>(IModel<T> model, ModelIdentity identity) : IModel<T>, IWrappingModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    public ModelIdentity Identity => identity;

    public IModel<T> Inner => model;

    public ImmutableArray<string> Outputs => model.Outputs;

    public OutputKind KindOf(int output) => model.KindOf(output);

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores) => model.Score(rows, scores);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation) => model.Score(rows, scores, cancellation);
}
