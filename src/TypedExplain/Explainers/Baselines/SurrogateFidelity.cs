using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>How well a global surrogate stands for its model over some rows, on the scale that it was fitted on.</summary>
public sealed class SurrogateFidelity
{
    // Below it the surrogate misses half of what the model does, and explanations carry the caveat of a poor fit.
    private const double Poor = 0.5;

    internal SurrogateFidelity(double[] answers, double[] fitted, LinkFunction link)
    {
        (Rows, Link) = (answers.Length, link);
        double mean = answers[0] + (answers.Sum(answer => answer - answers[0]) / Rows), off = 0, spread = 0;
        for (int row = 0; row < answers.Length; row++)
        {
            double error = answers[row] - fitted[row];
            off += error * error;
            spread += (answers[row] - mean) * (answers[row] - mean);
            LargestError = Math.Max(LargestError, Math.Abs(error));
        }

        RootMeanSquareError = Math.Sqrt(off / Rows);
        R2 = spread > 0 ? 1 - (off / spread) : double.NaN;
    }

    /// <summary>The share of the variance of the model's answers that the surrogate has, 1 at most; NaN where the model gives all rows the same answer.</summary>
    public double R2 { get; }

    /// <summary>The root of the mean squared difference between both.</summary>
    public double RootMeanSquareError { get; }

    /// <summary>The largest difference.</summary>
    public double LargestError { get; }

    /// <summary>Over how many rows.</summary>
    public int Rows { get; }

    /// <summary>The scale on which answers were compared.</summary>
    public LinkFunction Link { get; }

    /// <summary>Whether the surrogate misses more than half of the variance: then its effects are not those of the model.</summary>
    public bool IsPoor => R2 < Poor;

    /// <summary>The numbers, and a warning where they are poor.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(double.IsNaN(R2) ? "the model gives all rows the same answer" : $"R² {R2:0.000}")}, root mean square error {NumberText.Answer(RootMeanSquareError, CultureInfo.InvariantCulture)}{(Link == LinkFunction.Logit ? " in log odds" : "")} over {Rows} {Noun.Of(Rows, "row")}{(IsPoor ? "\n! the fit is poor: the model is not nearly linear, and what the surrogate says is not what the model does" : "")}");
}
