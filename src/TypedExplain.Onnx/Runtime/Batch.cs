using Microsoft.ML.OnnxRuntime;

namespace TypedExplain.Onnx.Runtime;

/// <summary>The tensors of one run. They are kept for the next, since explanations ask in batches of the same size.</summary>
internal sealed class Batch<T> : IDisposable
    where T : IFeatureRecord<T>
{
    private readonly InputSource<T>[] _sources;
    private readonly RentedTensor[] _inputs;

    public Batch(InputSource<T>[] sources, int count, RentedTensor? room)
    {
        (_sources, Count, Room) = (sources, count, room);
        _inputs = [.. sources.Select(source => source.Room(count))];
        Values = [.. _inputs.Select(input => input.Value)];
        Answers = room is null ? [] : [room.Value];
    }

    /// <summary>For how many rows there is room.</summary>
    public int Count { get; }

    /// <summary>The inputs as the runtime knows them.</summary>
    public OrtValue[] Values { get; }

    /// <summary>Where the answers go; null where the runtime makes room itself.</summary>
    public RentedTensor? Room { get; }

    /// <summary>The same as the runtime knows it.</summary>
    public OrtValue[] Answers { get; }

    /// <summary>Fills the inputs.</summary>
    public void Fill(EncodedRows<T> rows, int first)
    {
        for (int i = 0; i < _inputs.Length; i++)
            _sources[i].Fill(_inputs[i], rows, first, Count);
    }

    public void Dispose()
    {
        Room?.Dispose();
        foreach (RentedTensor input in _inputs)
            input.Dispose();
    }
}
