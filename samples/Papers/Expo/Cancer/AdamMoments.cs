namespace Papers.Expo;

/// <summary>Adam in plain loops, for a network of a few hundred weights.</summary>
/// <param name="parameters">The parameters, layer by layer; steps change them.</param>
/// <param name="rate">The step size.</param>
public sealed class AdamMoments(double[][] parameters, double rate)
{
    private const double First = 0.9, Second = 0.999, Least = 1e-8;

    private readonly double[][] _means = [.. parameters.Select(layer => new double[layer.Length])];
    private readonly double[][] _squares = [.. parameters.Select(layer => new double[layer.Length])];
    private double _first = 1;
    private double _second = 1;

    /// <summary>Takes a step.</summary>
    public void Step(double[][] gradient)
    {
        (_first, _second) = (_first * First, _second * Second);
        for (int layer = 0; layer < gradient.Length; layer++)
        {
            for (int i = 0; i < gradient[layer].Length; i++)
            {
                double own = gradient[layer][i];
                double mean = _means[layer][i] = (First * _means[layer][i]) + ((1 - First) * own);
                double square = _squares[layer][i] = (Second * _squares[layer][i]) + ((1 - Second) * own * own);
                parameters[layer][i] -= rate * (mean / (1 - _first)) / (Math.Sqrt(square / (1 - _second)) + Least);
            }
        }
    }
}
