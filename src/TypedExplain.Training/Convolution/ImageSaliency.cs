using System.Numerics;
using TypedExplain.Training.Gradients;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Convolution;

/// <summary>Gradients of the largest output of a network with respect to its inputs. One worker's own; not safe to share.</summary>
internal sealed class ImageSaliency<TNumber>(INetwork<TNumber> network)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    private readonly Activations<TNumber> _activations = network.CreateActivations();

    /// <summary>The outputs of images.</summary>
    public ReadOnlySpan<TNumber> Outputs(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> images, int count) =>
        network.Forward(parameters, images, count, _activations);

    /// <summary>The signed map of each image, for its own largest output; of equals the first.</summary>
    public void Maps(ReadOnlySpan<TNumber> parameters, ReadOnlySpan<TNumber> images, int count, Span<TNumber> maps)
    {
        ReadOnlySpan<TNumber> outputs = Outputs(parameters, images, count);
        Span<TNumber> gradient = _activations.OutputGradient(count);
        gradient.Clear();
        for (int image = 0; image < count; image++)
            gradient[(image * network.Outputs) + ArgMax.Of(outputs.Slice(image * network.Outputs, network.Outputs))] = TNumber.One;
        network.Backward(parameters, images, count, _activations, default, maps);
    }

    /// <summary>The mean squared difference of maps, over images and pixels.</summary>
    public static double MeanSquaredDifference(ReadOnlySpan<TNumber> maps, ReadOnlySpan<TNumber> others)
    {
        double sum = 0;
        for (int i = 0; i < maps.Length; i++)
        {
            double off = double.CreateTruncating(maps[i]) - double.CreateTruncating(others[i]);
            sum = Math.FusedMultiplyAdd(off, off, sum);
        }

        return sum / maps.Length;
    }
}
