using System.Numerics;

namespace TypedExplain.Training.Networks;

/// <summary>
/// The ways there and back of a batch through a network, on one thread or several: rows are divided among threads, and
/// then, for the gradient of the parameters, rows of weights. No sum is divided. One worker's own; not safe to share.
/// </summary>
internal sealed class ForwardBackward<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Rows that a product takes together.</summary>
    private const int Group = 8;

    private readonly INetwork<TNumber> _network;
    private readonly Activations<TNumber>[] _stretches;

    /// <param name="network">The network.</param>
    /// <param name="threads">The most threads; at least 1.</param>
    public ForwardBackward(INetwork<TNumber> network, int threads)
    {
        _network = network;
        Activations = network.CreateActivations();
        _stretches = threads == 1 ? [Activations] : [.. Enumerable.Range(0, threads).Select(_ => Activations.Stretch())];
    }

    /// <summary>What the layers answered last.</summary>
    public Activations<TNumber> Activations { get; }

    public int Threads => _stretches.Length;

    /// <summary>The outputs of all rows.</summary>
    public Span<TNumber> Forward(ReadOnlyMemory<TNumber> parameters, ReadOnlyMemory<TNumber> inputs, int rows)
    {
        if (Threads == 1)
            return _network.Forward(parameters.Span, inputs.Span, rows, Activations);
        Activations.Reserve(rows);
        Divide(rows, (own, first, count) => _network.Forward(parameters.Span, inputs.Span[(first * _network.Inputs)..], count, own));
        return Activations.Layer(_network.Layers.Count - 1, rows);
    }

    /// <summary>Adds the gradient with respect to the parameters, from <see cref="Activations{TNumber}.OutputGradient"/>.</summary>
    public void Backward(ReadOnlyMemory<TNumber> parameters, ReadOnlyMemory<TNumber> inputs, int rows, Memory<TNumber> gradient)
    {
        if (Threads == 1)
        {
            _network.Backward(parameters.Span, inputs.Span, rows, Activations, gradient.Span, default);
            return;
        }

        Divide(rows, (own, _, count) => _network.CarryBack(parameters.Span, count, own, default));
        StaticPartition.Each(Threads, Threads, 1, (part, _, _) =>
        {
            Activations<TNumber> own = _stretches[part];
            own.First = 0;
            for (int layer = 0; layer < _network.Layers.Count; layer++)
                _network.AddGradient(layer, part, Threads, inputs.Span, rows, own, gradient.Span);
        });
    }

    private void Divide(int rows, Action<Activations<TNumber>, int, int> work) => StaticPartition.Each(Threads, rows, Group, (part, first, count) =>
    {
        Activations<TNumber> own = _stretches[part];
        own.First = first;
        work(own, first, count);
    });
}
