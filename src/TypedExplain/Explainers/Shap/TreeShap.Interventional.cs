using TypedExplain.Explainers.Shap;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain;

public sealed partial record TreeShap<T>
{
    /// <summary>The contributions of those of a group's instances that can be encoded, by the background.</summary>
    private void ByBackground(Forest<T> forest, int output, T[] group, ReadOnlySpan<double> encoded, ReadOnlySpan<int> whole, ShapValues<T>?[] values, CancellationToken cancellation)
    {
        int columns = T.Schema.Columns;
        double[][] instances = new double[whole.Length][], contributions = new double[whole.Length][];
        for (int i = 0; i < whole.Length; i++)
            (instances[i], contributions[i]) = (encoded.Slice(whole[i] * columns, columns).ToArray(), new double[T.Schema.Features.Length]);
        double empty = Interventional(forest, output, instances, contributions, cancellation);
        using Pooled answers = new(forest.Outputs.Length);
        for (int i = 0; i < whole.Length; i++)
        {
            forest.Score(new EncodedRows<T>(instances[i]), answers.Span);
            values[whole[i]] = Value(forest, output, group[whole[i]], instances[i], contributions[i], answers.Span[output], empty);
        }
    }

    /// <summary>Adds the sums over the trees; gives the mean answer to the background.</summary>
    private double Interventional(Forest<T> forest, int output, double[][] instances, double[][] contributions, CancellationToken cancellation)
    {
        EncodedRows<T> rows = Background!.Rows.Encoded;
        using BackgroundTrees<T> trees = new(forest, output, Background);
        trees.Add(instances, contributions, cancellation);
        using Pooled answers = new(rows.Count);
        new OutputModel<T>(forest, output).Score(rows, answers.Span, cancellation);
        return Background.Mean(answers.Span);
    }
}
