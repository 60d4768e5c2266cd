using TypedExplain.Training.Convolution;
using TypedExplain.Training.Networks;
using TypedExplain.Training.SelfExplaining;
using TypedExplain.Training.Tests.Kernels;

namespace TypedExplain.Training.Tests.Networks;

/// <summary>Gradients of self-explaining and convolutional networks, in double precision.</summary>
public class OtherGradientTests
{
    [Theory]
    [InlineData(3, new int[0])]
    [InlineData(2, new[] { 6 })]
    [InlineData(4, new[] { 7, 5, 6 })]
    public void SelfExplaining(int inputs, int[] hidden)
    {
        const int Rows = 6;
        SennNetwork<double> network = new(inputs, [.. hidden]);
        double[] parameters = MadeNumbers.Of<double>(network.Theta.ParameterCount, "parameters", 0.6), x = MadeNumbers.Of<double>(Rows * inputs, "x");
        double[] targets = [0, 1, 1, 0, 1, 0], gradient = new double[parameters.Length];
        const double Weight = 0.7;
        _ = network.Evaluate(parameters, x, Rows, targets, Weight, gradient);
        Slopes.Check(at => Total(network.Evaluate(at, x, Rows, targets, Weight, default)), parameters, gradient, "parameters");

        double[] slopes = new double[x.Length];
        _ = network.Coefficients(parameters, x, Rows);
        network.InputGradients(parameters, x, Rows, slopes);
        Slopes.Check(at =>
        {
            double[] theta = network.Coefficients(parameters, at, Rows).ToArray();
            return Enumerable.Range(0, Rows).Sum(row => SennNetwork<double>.Logit(theta.AsSpan(row * (inputs + 1), inputs + 1), at.AsSpan(row * inputs, inputs)));
        }, x, slopes, "inputs");

        static double Total((double Data, double Penalty) losses) => losses.Data + (Weight * losses.Penalty);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    public void Convolutional(int size, int channels)
    {
        const int Rows = 2;
        ConvolutionShape first = new(size, channels, 4, 2, 5), second = new(first.OutputSize, 5, 3, 1, 2);
        ConvolutionalNetwork<double> network = new([first, second], [6, 3]);
        double[] parameters = MadeNumbers.Of<double>(network.ParameterCount, "parameters", 0.4), images = MadeNumbers.Of<double>(Rows * network.Inputs, "images");
        double[] factors = MadeNumbers.Of<double>(Rows * network.Outputs, "factors"), gradient = new double[parameters.Length], inputGradient = new double[images.Length];
        Activations<double> activations = network.CreateActivations();
        _ = network.Forward(parameters, images, Rows, activations);
        factors.CopyTo(activations.OutputGradient(Rows));
        network.Backward(parameters, images, Rows, activations, gradient, inputGradient);
        Slopes.Check(at => Sum(network.Forward(at, images, Rows, activations), factors), parameters, gradient, "parameters");
        Slopes.Check(at => Sum(network.Forward(parameters, at, Rows, activations), factors), images, inputGradient, "pixels");
    }

    [Fact]
    public void FirstWeightsAreTruncatedNormal()
    {
        ConvolutionalNetwork<float> network = new([new(28, 1, 6, 1, 6)], [50]);
        float[] parameters = new float[network.ParameterCount];
        network.Initialize(new RandomStream(1, "weights"), parameters);
        foreach (LayerParameters layer in network.Layers)
        {
            float[] weights = parameters[layer.Weights];
            Assert.True(weights.Max(Math.Abs) <= 0.2f);
            Assert.Equal(0, weights.Average(), 0.02);
            Assert.All(parameters[layer.Biases], bias => Assert.Equal(0.1f, bias));
        }

        Assert.Equal(0.088, Math.Sqrt(parameters[network.Layers[1].Weights].Average(weight => (double)weight * weight)), 0.002);
    }

    private static double Sum(ReadOnlySpan<double> outputs, double[] factors)
    {
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
            sum += factors[i] * outputs[i];
        return sum;
    }
}
