using TypedExplain.Training;

namespace Papers.Expo;

/// <summary>ExpO's metrics of a self-explaining network's own explanations.</summary>
/// <param name="model">The network.</param>
/// <param name="division">The rows.</param>
/// <param name="seed">The seed of the perturbations.</param>
public sealed class OwnExplanations(Senn<Tumour> model, Division<Tumour> division, int seed)
{
    private const int Perturbations = 5;

    /// <summary>PF, NF and S over the test rows, as <see cref="Quality{T}"/> has them: of the probability, and of the coefficients.</summary>
    public double[] Measure()
    {
        IModel<Tumour> probability = model.Output(Diagnosis.Malignant);
        GaussianNeighborhood<Tumour> near = new() { Background = division.Train, Samples = Perturbations + 1, Radius = 0.1, Design = SamplingDesign.Independent };
        RandomStream stream = new(seed, "own explanations");
        double[] neighbors = new double[Perturbations * 30], sums = new double[3];
        foreach (Tumour tumour in division.Test.Rows)
        {
            SennExplanation<Tumour> own = model.Explain(tumour);
            sums[0] += Square(own.Predict(tumour) - probability.Predict(tumour));
            near.Sample(tumour.Columns, stream.For(tumour.Columns), neighbors);
            for (int i = 0; i < Perturbations; i++)
            {
                Tumour other = new(neighbors[(30 * i)..(30 * (i + 1))]);
                sums[1] += Square(own.Predict(other) - probability.Predict(other)) / Perturbations;
                sums[2] += own.Coefficients.Zip(model.Explain(other).Coefficients, (here, there) => Square(here - there)).Sum() / Perturbations;
            }
        }

        return [.. sums.Select(sum => sum / division.Test.Count)];
    }

    private static double Square(double value) => value * value;
}
