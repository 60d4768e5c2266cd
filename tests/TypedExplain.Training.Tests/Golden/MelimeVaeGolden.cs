using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Autoencoders;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>The losses of an autoencoder and their gradients, layer by layer.</summary>
[Trait("Category", "Golden")]
public class MelimeVaeGolden
{
    private const string Fixture = "melime_vae";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void LossesAndGradients(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load(Fixture, file, "cases", index);
        Tolerance tolerance = root.Tolerance();
        JsonElement layers = golden.GetProperty("layers"), expected = golden.GetProperty("expected");
        double[][] rows = golden.Matrix("X");
        int latent = layers.GetProperty("mu").Vector("bias").Length;
        VaeShape shape = new(rows[0].Length, [layers.GetProperty("enc1").Vector("bias").Length, layers.GetProperty("enc2").Vector("bias").Length], latent);
        double[] parameters = [.. Parameters(layers, "weight_out_in")], flat = [.. rows.SelectMany(row => row)], noise = [.. golden.Matrix("eps").SelectMany(row => row)];
        Assert.Equal(shape.ParameterCount, parameters.Length);
        VaeLoss<double> network = new(shape);
        double[] gradient = new double[parameters.Length];

        (double crossEntropy, double divergence) = network.Evaluate(parameters, flat, noise, rows.Length, gradient);

        tolerance.Check(expected.Number("bce"), crossEntropy, "bce");
        tolerance.Check(expected.Number("kld"), divergence, "kld");
        double[] wanted = [.. Parameters(expected.GetProperty("gradients"), "weight")];
        foreach (VaeLayer layer in shape.Encoder.Concat(shape.Decoder))
        {
            tolerance.Check(wanted[layer.Place.Weights], gradient.AsSpan()[layer.Place.Weights], $"weights of {layer.Place.Name}");
            tolerance.Check(wanted[layer.Place.Biases], gradient.AsSpan()[layer.Place.Biases], $"biases of {layer.Place.Name}");
        }

        double[] codes = network.Encode(parameters, flat, rows.Length).ToArray();
        tolerance.Check([.. expected.Matrix("mu").Zip(expected.Matrix("logvar"), (mean, logarithm) => mean.Concat(logarithm)).SelectMany(row => row)], codes, "mu and logvar");
        double[] drawn = new double[noise.Length], answers = new double[flat.Length];
        for (int i = 0; i < drawn.Length; i++)
            drawn[i] = network.Posterior(codes, i) is var (mean, deviation) ? mean + (deviation * noise[i]) : 0;
        VaeLoss<double>.Sigmoid(network.Decode(parameters, drawn, rows.Length), answers);
        tolerance.Check([.. expected.Matrix("reconstruction").SelectMany(row => row)], answers, "reconstruction");
    }

    /// <summary>All layers in our order; the means and the logarithms of variances are one layer.</summary>
    private static IEnumerable<double> Parameters(JsonElement layers, string weights)
    {
        foreach (string[] names in new string[][] { ["enc1"], ["enc2"], ["mu", "logvar"], ["dec1"], ["dec2"], ["out"] })
        {
            double[][] outputs = [.. names.SelectMany(name => layers.GetProperty(name).Matrix(weights))];
            for (int input = 0; input < outputs[0].Length; input++)
            {
                foreach (double[] output in outputs)
                    yield return output[input];
            }

            foreach (double bias in names.SelectMany(name => layers.GetProperty(name).Vector("bias")))
                yield return bias;
        }
    }
}
