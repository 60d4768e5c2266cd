using TypedExplain.Numerics;

namespace TypedExplain.Training.Networks;

/// <summary>What outputs are compared with targets by.</summary>
internal enum LossKind
{
    /// <summary>The mean of squared differences, over rows and outputs.</summary>
    Squared,

    /// <summary>Cross-entropy of 0 or 1 and the logistic function of each output.</summary>
    Logistic,

    /// <summary>Cross-entropy of a class, given by its position, and the softmax of a row's outputs.</summary>
    Softmax,
}

/// <summary>Mean losses over rows, with their gradients.</summary>
internal static class DataLoss
{
    /// <summary>The loss, and its gradient with respect to the predictions.</summary>
    /// <param name="kind">Which loss.</param>
    /// <param name="predictions">For each row in turn, one number per output.</param>
    /// <param name="targets">The same shape; for <see cref="LossKind.Softmax"/> one class per row.</param>
    /// <param name="outputs">How many outputs a row has.</param>
    /// <param name="gradient">Where the gradient goes; the shape of the predictions.</param>
    public static double Of(LossKind kind, ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, int outputs, Span<double> gradient) => kind switch
    {
        LossKind.Squared => Squared(predictions, targets, gradient),
        LossKind.Logistic => Logistic(predictions, targets, gradient),
        _ => Softmax(predictions, targets, outputs, gradient),
    };

    /// <summary>1/(1+e^−x), without overflow.</summary>
    public static double Sigmoid(double x)
    {
        double small = VectorMath.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /// <summary>Turns a row of outputs into probabilities, in place; returns the logarithm of Σ e^output.</summary>
    public static double Probabilities(Span<double> outputs)
    {
        double largest = double.NegativeInfinity, sum = 0;
        foreach (double output in outputs)
            largest = Math.Max(largest, output);
        foreach (ref double output in outputs)
        {
            output = VectorMath.Exp(output - largest);
            sum += output;
        }

        foreach (ref double output in outputs)
            output /= sum;
        return largest + VectorMath.Log(sum);
    }

    private static double Squared(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            double off = predictions[i] - targets[i];
            sum = Math.FusedMultiplyAdd(off, off, sum);
            gradient[i] = 2 * off / predictions.Length;
        }

        return sum / predictions.Length;
    }

    private static double Logistic(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, Span<double> gradient)
    {
        double sum = 0;
        for (int i = 0; i < predictions.Length; i++)
        {
            double z = predictions[i];
            sum += Math.Max(z, 0) - (z * targets[i]) + VectorMath.Log(1 + VectorMath.Exp(-Math.Abs(z)));
            gradient[i] = (Sigmoid(z) - targets[i]) / predictions.Length;
        }

        return sum / predictions.Length;
    }

    private static double Softmax(ReadOnlySpan<double> predictions, ReadOnlySpan<double> targets, int outputs, Span<double> gradient)
    {
        double sum = 0;
        int rows = predictions.Length / outputs;
        for (int row = 0; row < rows; row++)
        {
            Span<double> own = gradient.Slice(row * outputs, outputs);
            predictions.Slice(row * outputs, outputs).CopyTo(own);
            int target = (int)targets[row];
            double answer = own[target];
            sum += Probabilities(own) - answer;
            own[target] -= 1;
            foreach (ref double value in own)
                value /= rows;
        }

        return sum / rows;
    }
}
