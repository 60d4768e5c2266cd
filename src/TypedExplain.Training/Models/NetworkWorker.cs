using TypedExplain.Training.Kernels;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Models;

/// <summary>Memory of one thread that scores rows.</summary>
internal sealed class NetworkWorker(INetwork<float> network)
{
    public Activations<float> Activations { get; } = network.CreateActivations();

    public Scratch<float> Inputs { get; } = new();

    public Scratch<float> InputGradient { get; } = new();

    public Scratch<double> Outputs { get; } = new();
}
