using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>ExpO's metrics of a self-explaining network's own explanations.</summary>
/// <param name="coefficients">The coefficients that it gives a row, the constant last.</param>
/// <param name="division">The rows.</param>
/// <param name="seed">The seed of the perturbations.</param>
public sealed class OwnExplanations(Func<Tumour, double[]> coefficients, Division<Tumour> division, int seed)
{
    private const int Perturbations = 5;

    /// <summary>Of a network of the library.</summary>
    public static OwnExplanations Of(Senn<Tumour> model, Division<Tumour> division, int seed) => new(tumour => [.. model.Explain(tumour).Coefficients], division, seed);

    /// <summary>How many numbers there are.</summary>
    public const int Count = 5;

    /// <summary>How far the perturbations of the last two numbers lie, in standard deviations.</summary>
    public const double Near = 0.033;

    /// <summary>
    /// PF, NF and S over the test rows, as <see cref="Quality{T}"/> has them: of the probability, and of the coefficients; then NF and S
    /// at nearer perturbations. PF is 0, since at the row itself the network is what its own coefficients say.
    /// </summary>
    public double[] Measure() => [0, .. At(0.1), .. At(Near)];

    private double[] At(double radius)
    {
        GaussianNeighborhood<Tumour> near = new() { Background = division.Train, Samples = Perturbations + 1, Radius = radius, Design = SamplingDesign.Independent };
        RandomStream stream = new(seed, "own explanations");
        double[] neighbors = new double[Perturbations * 30], sums = new double[2];
        foreach (Tumour tumour in division.Test.Rows)
        {
            double[] own = coefficients(tumour);
            near.Sample(tumour.Columns, stream.For(tumour.Columns), neighbors);
            for (int i = 0; i < Perturbations; i++)
            {
                double[] other = neighbors[(30 * i)..(30 * (i + 1))], theirs = coefficients(new Tumour(other));
                sums[0] += Square(ProbabilitySenn.Probability(own, other) - ProbabilitySenn.Probability(theirs, other)) / Perturbations;
                sums[1] += own.Zip(theirs, (here, there) => Square(here - there)).Sum() / Perturbations;
            }
        }

        return [.. sums.Select(sum => sum / division.Test.Count)];
    }

    private static double Square(double value) => value * value;
}
