namespace Papers.Expo;

/// <summary>
/// A self-explaining network whose penalty holds the coefficients to the gradient of the probability, where the library's holds
/// them to that of the logit: r = p(1 − p)(θ + Jᵀ[x, 1]) − θ, J the Jacobian of θ. Plain loops, since it is trained for 60 steps.
/// </summary>
public sealed class ProbabilitySenn
{
    private const int Inputs = 30, Batch = 64, Epochs = 10;
    private const double Robustness = 0.01, Rate = 0.001;

    private static readonly int[] s_widths = [Inputs, 10, 10, 5, Inputs + 1];

    private readonly double[][] _weights = new double[s_widths.Length - 1][];
    private readonly double[][] _gradient;

    /// <summary>Trains it.</summary>
    public ProbabilitySenn(Dataset<Tumour> train, int seed)
    {
        RandomStream first = new(seed, "weights"), order = new(seed, "order");
        int drawn = 0;
        for (int layer = 0; layer < _weights.Length; layer++)
        {
            // A row of weights per unit, the constant last.
            (int from, int to) = (s_widths[layer], s_widths[layer + 1]);
            double limit = Math.Sqrt(6.0 / (from + to));
            _weights[layer] = [.. Enumerable.Range(0, to * (from + 1)).Select(i => i % (from + 1) == from ? 0 : limit * ((2 * first.Uniform(drawn++)) - 1))];
        }

        _gradient = [.. _weights.Select(layer => new double[layer.Length])];
        AdamMoments adam = new(_weights, Rate);
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            int[] rows = [.. Enumerable.Range(0, train.Count).OrderBy(row => order.Uniform((epoch * train.Count) + row))];
            foreach (int[] batch in rows.Chunk(Batch).Where(chunk => chunk.Length == Batch))
            {
                foreach (double[] layer in _gradient)
                    layer.AsSpan().Clear();
                foreach (int row in batch)
                    Add(train[row].Columns, train.Target!.Values[row] == (int)Diagnosis.Malignant ? 1 : 0, 1.0 / Batch);
                adam.Step(_gradient);
            }
        }
    }

    /// <summary>θ of a row, the constant last.</summary>
    public double[] Coefficients(double[] x) => Forward(x)[^1];

    /// <summary>The probability at a row by the coefficients of another.</summary>
    public static double Probability(double[] theta, double[] x) => 1 / (1 + Math.Exp(-theta.Zip([.. x, 1], (own, column) => own * column).Sum()));

    /// <summary>Adds the gradient of a row's cross-entropy and penalty.</summary>
    private void Add(double[] x, double label, double share)
    {
        double[][] answers = Forward(x);
        double[] theta = answers[^1], concepts = [.. x, 1];
        double p = Probability(theta, x), s = p * (1 - p);

        // back[l] is what reaches layer l from [x, 1] at the outputs; back[0] is Jᵀ[x, 1].
        double[][] back = new double[s_widths.Length][];
        back[^1] = concepts;
        for (int layer = _weights.Length - 1; layer >= 0; layer--)
            back[layer] = Back(layer, back[layer + 1], layer > 0 ? answers[layer] : null);
        double[] total = [.. back[0].Select((own, j) => own + theta[j])], off = [.. total.Select((own, j) => (s * own) - theta[j])];
        double through = off.Zip(total, (one, other) => one * other).Sum();

        // First the part through the coefficients themselves, then that through their Jacobian.
        double[] cotangent = [.. concepts.Select((concept, j) => share * (((p - label) * concept) + (2 * Robustness * ((through * s * (1 - (2 * p)) * concept) + (j < Inputs ? (s - 1) * off[j] : 0)))))];
        for (int layer = _weights.Length - 1; layer >= 0; layer--)
        {
            AddProduct(layer, cotangent, answers[layer], 1);
            if (layer > 0)
                cotangent = Back(layer, cotangent, answers[layer]);
        }

        double[] tangent = [.. off.Select(own => share * 2 * Robustness * s * own)];
        for (int layer = 0; layer < _weights.Length; layer++)
        {
            AddProduct(layer, back[layer + 1], tangent, 0);
            tangent = [.. Product(layer, tangent, 0).Select((own, unit) => layer < _weights.Length - 1 && answers[layer + 1][unit] <= 0 ? 0 : own)];
        }
    }

    private double[][] Forward(double[] x)
    {
        double[][] answers = new double[s_widths.Length][];
        answers[0] = x;
        for (int layer = 0; layer < _weights.Length; layer++)
            answers[layer + 1] = [.. Product(layer, answers[layer], 1).Select(own => layer < _weights.Length - 1 ? Math.Max(0, own) : own)];
        return answers;
    }

    private double[] Product(int layer, double[] inputs, double constant)
    {
        int width = s_widths[layer] + 1;
        return [.. Enumerable.Range(0, s_widths[layer + 1]).Select(unit => inputs.Select((own, i) => own * _weights[layer][(unit * width) + i]).Sum() + (constant * _weights[layer][(unit * width) + width - 1]))];
    }

    private double[] Back(int layer, double[] outputs, double[]? rectified)
    {
        int width = s_widths[layer] + 1;
        return [.. Enumerable.Range(0, s_widths[layer]).Select(i => rectified is not null && rectified[i] <= 0 ? 0 : outputs.Select((own, unit) => own * _weights[layer][(unit * width) + i]).Sum())];
    }

    private void AddProduct(int layer, double[] outputs, double[] inputs, double constant)
    {
        int width = s_widths[layer] + 1;
        for (int unit = 0; unit < outputs.Length; unit++)
        {
            for (int i = 0; i < inputs.Length; i++)
                _gradient[layer][(unit * width) + i] += outputs[unit] * inputs[i];
            _gradient[layer][(unit * width) + width - 1] += outputs[unit] * constant;
        }
    }
}
