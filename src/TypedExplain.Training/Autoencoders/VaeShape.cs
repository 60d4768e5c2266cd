using System.Collections.Immutable;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Autoencoders;

/// <summary>The layers of a variational autoencoder, each affine, with its parameters among all: the weights, inputs × outputs, then the biases.</summary>
internal sealed class VaeShape
{
    /// <param name="inputs">Numbers per row.</param>
    /// <param name="hiddenUnits">Units of each hidden layer on the way to the latent numbers; the way back has them in reverse.</param>
    /// <param name="latentSize">Latent numbers.</param>
    public VaeShape(int inputs, ImmutableArray<int> hiddenUnits, int latentSize)
    {
        (Inputs, HiddenUnits, LatentSize) = (inputs, hiddenUnits, latentSize);
        int[] encoder = [inputs, .. hiddenUnits, 2 * latentSize], decoder = [latentSize, .. hiddenUnits.Reverse(), inputs];
        Encoder = [.. Places(encoder, "encoder")];
        Decoder = [.. Places(decoder, "decoder")];
    }

    public int Inputs { get; }

    public ImmutableArray<int> HiddenUnits { get; }

    public int LatentSize { get; }

    /// <summary>From a row to its means, then the logarithms of its variances.</summary>
    public ImmutableArray<VaeLayer> Encoder { get; }

    /// <summary>From latent numbers to the log-odds of a row.</summary>
    public ImmutableArray<VaeLayer> Decoder { get; }

    public int ParameterCount { get; private set; }

    private IEnumerable<VaeLayer> Places(int[] widths, string name)
    {
        for (int layer = 0; layer < widths.Length - 1; layer++)
        {
            int weights = ParameterCount, biases = checked(weights + (widths[layer] * widths[layer + 1]));
            ParameterCount = checked(biases + widths[layer + 1]);
            yield return new(new($"layer {layer + 1} of the {name}", weights..biases, biases..ParameterCount), widths[layer], widths[layer + 1]);
        }
    }
}

/// <summary>An affine layer.</summary>
/// <param name="Place">Its parameters.</param>
/// <param name="Inputs">Numbers that it takes.</param>
/// <param name="Outputs">Numbers that it gives.</param>
internal readonly record struct VaeLayer(LayerParameters Place, int Inputs, int Outputs);
