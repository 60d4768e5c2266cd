using System.Globalization;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>
/// Linear regression by stochastic gradient descent: one pass over every batch, each sample a step. Approximate: where the
/// explanation converges before it does, the slopes fall short.
/// </summary>
/// <remarks>
/// Steps are implicit (the error is taken after the step), so that no rate makes them diverge. The rate is divided by 5
/// after every 5 batches in a row whose error did not fall below the least so far.
/// </remarks>
public sealed record GradientDescent : ILocalModel
{
    private const int Patience = 5;
    private const double Cut = 5;

    /// <summary>The size of the first steps, above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Rate { get; init; } = 0.001;

    /// <summary>α, the penalty ½α·‖β‖² on standardized slopes for every sample; 0 or more.</summary>
    [OptionRange(AtLeast = 0, Below = double.PositiveInfinity)]
    public double Alpha { get; init; } = 0.001;

    Description IDescribed.Describe() => Description.OfLibrary(nameof(GradientDescent)).With("rate", Rate).With("alpha", Alpha);

    /// <inheritdoc/>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public ILocalFit Begin(int features)
    {
        if (!(Rate > 0 && double.IsFinite(Rate)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Rate of the gradient descent is {Rate}; it must be above 0."));
        if (!(Alpha >= 0 && double.IsFinite(Alpha)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Alpha of the gradient descent is {Alpha}; it must be 0 or more."));
        return new Course(Rate, Alpha);
    }

    private sealed class Course(double rate, double alpha) : ILocalFit
    {
        private double _rate = rate;
        private double _intercept;
        private double _least = double.PositiveInfinity;
        private int _withoutGain;

        public double Add(LocalBatch batch, Span<double> slopes)
        {
            double error = 0;
            for (int i = 0; i < batch.Count; i++)
            {
                ReadOnlySpan<double> x = batch.Values(i);
                double off = batch.Response(i) - _intercept - VectorOps.Dot(slopes, x);
                double step = _rate * batch.Weights[i];
                double move = step * off / (1 + (step * (1 + VectorOps.Dot(x, x))));
                foreach (ref double slope in slopes)
                    slope /= 1 + (_rate * alpha);
                VectorOps.AddScaled(move, x, slopes);
                _intercept += move;
                error += off * off;
            }

            _withoutGain = error < _least ? 0 : _withoutGain + 1;
            _least = Math.Min(_least, error);
            if (_withoutGain >= Patience)
                (_rate, _withoutGain) = (_rate / Cut, 0);
            return _intercept;
        }
    }
}
