using System.Numerics;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Text.Vectors;

/// <summary>
/// Loss and gradient of predictions by negative sampling, against tables that do not change meanwhile: −log σ(h·t) −
/// Σ log σ(−h·n), h the vector that predicts, t the word's and n the negatives' output vectors. One worker's own.
/// </summary>
internal sealed class NegativeSampling<TNumber>(int words, int stride, int mostTargets)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly TNumber[] _hidden = new TNumber[stride];
    private readonly TNumber[] _hiddenGradient = new TNumber[stride];
    private readonly double[] _scores = new double[(mostTargets + 7) & ~7];

    /// <summary>The gradient with respect to the input vectors, summed since it was last cleared.</summary>
    public RowSums<TNumber> Inputs { get; } = new(words, stride);

    /// <summary>The gradient with respect to the output vectors.</summary>
    public RowSums<TNumber> Outputs { get; } = new(words, stride);

    /// <summary>A word predicted from the mean of others.</summary>
    /// <param name="inputs">The table of input vectors.</param>
    /// <param name="outputs">The table of output vectors.</param>
    /// <param name="contexts">The others; at least 1.</param>
    /// <param name="targets">The word, then its negatives.</param>
    /// <param name="share">What of the gradient with respect to the mean each of the others gets: 1/n for the gradient with respect to them.</param>
    public double Predict(ReadOnlySpan<TNumber> inputs, ReadOnlySpan<TNumber> outputs, ReadOnlySpan<int> contexts, ReadOnlySpan<int> targets, TNumber share)
    {
        TNumber part = TNumber.One / TNumber.CreateTruncating(contexts.Length);
        _hidden.AsSpan().Clear();
        foreach (int context in contexts)
            NumberOps.AddScaled(part, inputs.Slice(context * stride, stride), _hidden);
        double loss = Pair(outputs, targets);
        foreach (int context in contexts)
            NumberOps.AddScaled(share, _hiddenGradient, Inputs.Of(context));
        return loss;
    }

    private double Pair(ReadOnlySpan<TNumber> outputs, ReadOnlySpan<int> targets)
    {
        _hiddenGradient.AsSpan().Clear();
        for (int i = 0; i < targets.Length; i++)
            _scores[i] = double.CreateTruncating(NumberOps.Dot(_hidden, outputs.Slice(targets[i] * stride, stride)));
        double loss = Slopes(_scores.AsSpan(0, targets.Length));
        for (int i = 0; i < targets.Length; i++)
        {
            TNumber slope = TNumber.CreateTruncating(_scores[i]);
            NumberOps.AddScaled(slope, outputs.Slice(targets[i] * stride, stride), _hiddenGradient);
            NumberOps.AddScaled(slope, _hidden, Outputs.Of(targets[i]));
        }

        return loss;
    }

    /// <summary>Turns products h·o into the slopes of the loss, σ(h·o) less 1 for the word itself; the loss.</summary>
    private double Slopes(Span<double> scores)
    {
        double loss = 0;
        for (int first = 0; first < scores.Length; first += 8)
        {
            Vector512<double> own = Vector512.Create<double>(_scores.AsSpan(first));
            Vector512<double> small = VectorMath.Exp(-Vector512.Abs(own)), sum = Vector512<double>.One + small;

            // σ(x) is 1/(1+e^−x) above 0 and e^x/(1+e^x) below; −log σ(−x) = max(x, 0) + log(1 + e^−|x|).
            Vector512<double> isAbove = Vector512.GreaterThanOrEqual(own, Vector512<double>.Zero);
            Vector512<double> logistic = Vector512.ConditionalSelect(isAbove, Vector512<double>.One, small) / sum;
            Vector512<double> cost = Vector512.ConditionalSelect(isAbove, own, Vector512<double>.Zero) + VectorMath.Log(sum);
            logistic.CopyTo(_scores.AsSpan(first));
            for (int i = 0; i < Math.Min(8, scores.Length - first); i++)
                loss += first + i == 0 ? cost[i] - own[i] : cost[i];
        }

        scores[0] -= 1;
        return loss;
    }
}
