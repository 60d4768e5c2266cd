using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain;

public sealed partial class FittedGlobalSurrogate<T>
{
    /// <summary>How well the surrogate stands for the model on the rows that it was fitted to. The model is not asked.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public SurrogateFidelity Fidelity(CancellationToken cancellation = default) => new(_responses, Fitted(Options.Background, cancellation), _scale.Link);

    /// <summary>How well the surrogate stands for the model on other rows, which the model is asked about, each once.</summary>
    /// <param name="rows">The rows, best such as it was not fitted to.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="InvalidModelException">An answer is not a finite number.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public SurrogateFidelity Fidelity(Dataset<T> rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double[] answers = new double[rows.Count];
        cancellation.ThrowIfCancellationRequested();
        _model.ScoreOne(rows.Encoded, answers, cancellation);
        _ = _scale.To(rows.Encoded, answers, _model.Outputs[0]);
        return new(answers, Fitted(rows, cancellation), _scale.Link);
    }

    /// <summary>
    /// The surrogate's answer for each row. Numbers have one fit for all rows; flags, categories and circles are measured from the row
    /// itself, so where there are some each row has its own, as it does when it is explained.
    /// </summary>
    private double[] Fitted(Dataset<T> rows, CancellationToken cancellation)
    {
        bool isShared = T.Schema.IsComplete && T.Schema.Features.All(feature => feature.IsNumeric && feature.Scale != FeatureScale.Cyclic);
        int features = T.Schema.Features.Length;
        double[] fitted = new double[rows.Count], slopes = new double[features], own = new double[features];
        double intercept = 0;
        for (int row = 0; row < rows.Count; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (row == 0 || !isShared)
                (intercept, _) = Solve(rows.Encoded[row], slopes);
            Options.Background.Statistics.Interpret(rows.Encoded[row], rows.Encoded[row], own, features);
            fitted[row] = _responses[0] + intercept + VectorOps.Dot(own, slopes);
        }

        return fitted;
    }

    /// <summary>The fit as it is for one instance: the intercept from the first answer, and the slopes.</summary>
    private (double Intercept, LocalFit Fit) Solve(ReadOnlySpan<double> instance, Span<double> slopes)
    {
        FeatureStatistics<T> statistics = Options.Background.Statistics;
        int features = T.Schema.Features.Length, stride = Moments.Stride(features + 2), rows = _responses.Length;
        using Pooled table = new(rows * stride), weights = new(rows), memory = new(NormalEquations.MemoryFor(features) + (stride * stride));
        weights.Span.Fill(1);
        statistics.Interpret(instance, Options.Background.Encoded.Values, table.Span, stride);

        // Answers are measured from the first one, so that a model that never changes gets slopes of exactly 0.
        double origin = _responses[0];
        for (int row = 0, at = features; row < rows; row++, at += stride)
            (table.Span[at], table.Span[at + 1]) = (_responses[row] - origin, 1);

        Moments.Of(table.Span, stride, weights.Span, memory.Span[^(stride * stride)..]);
        NormalEquations equations = NormalEquations.From(memory.Span[^(stride * stride)..], features, intercept: true, memory.Span);
        WeightedRidge.Solve(equations, Options.Ridge, slopes);
        double intercept = equations.Intercept(slopes);
        LocalFit fit = FitQuality.Of(table.Span, stride, weights.Span, slopes, intercept);
        if (!double.IsFinite(fit.R2) || !double.IsFinite(intercept) || !double.IsFinite(VectorOps.MaxAbs(slopes)))
            throw new NoFitException($"The global fit overflowed: the model's answers, such as {origin.ToString("G4", System.Globalization.CultureInfo.InvariantCulture)}, are too large. Let the model answer in a larger unit.");
        return (intercept, fit);
    }
}
