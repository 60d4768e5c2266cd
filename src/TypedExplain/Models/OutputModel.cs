using System.Buffers;
using System.Collections.Immutable;
using TypedExplain.Numerics;

namespace TypedExplain.Models;

/// <summary>One output of a model as a model of its own.</summary>
internal sealed class OutputModel<T>(IModel<T> model, int output) : IModel<T>, IWrappingModel<T>
    where T : IFeatureRecord<T>
{
    public ImmutableArray<string> Outputs { get; } = [model.Outputs[output]];

    public OutputKind KindOf(int output) => model.KindOf(Output);

    /// <summary>The model with all outputs.</summary>
    public IModel<T> Inner => model;

    /// <summary>Position of the output among them.</summary>
    public int Output => output;

    public bool Reads(Feature<T> feature) => model.Reads(feature);

    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        int outputs = model.Outputs.Length;
        double[] all = ArrayPool<double>.Shared.Rent(rows.Count * outputs);
        try
        {
            Span<double> answers = all.AsSpan(0, rows.Count * outputs);
            answers.Fill(double.NaN);
            model.Score(rows, answers, cancellation);
            for (int row = 0; row < rows.Count; row++)
                scores[row] = answers[(row * outputs) + output];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(all, Pooled.ClearsReturned);
        }
    }
}
