using System.Collections.Immutable;

namespace TypedExplain.Training.Models;

/// <summary>The outputs of a network as they are.</summary>
internal sealed class RawOutputs<T>(RowNetwork<T> network, ImmutableArray<string> names, OutputKind kind, Func<ModelIdentity> identity) : IDifferentiableModel<T>, IIdentifiedModel
    where T : IFeatureRecord<T>
{
    public ModelIdentity Identity => identity();

    public ImmutableArray<string> Outputs => names;

    public OutputKind KindOf(int output) => kind;

    public void Score(EncodedRows<T> rows, Span<double> scores) => network.Score(rows.Values, scores);

    public void Gradient(EncodedRows<T> rows, int output, Span<double> gradients)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)output, (uint)names.Length, nameof(output));
        network.Gradient(rows.Values, (_, slopes) =>
        {
            slopes.Clear();
            slopes[output] = 1;
        }, gradients);
    }
}
