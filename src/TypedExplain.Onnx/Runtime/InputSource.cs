namespace TypedExplain.Onnx.Runtime;

/// <summary>What one input of a model is filled with.</summary>
/// <param name="form">The input.</param>
internal abstract class InputSource<T>(TensorForm form)
    where T : IFeatureRecord<T>
{
    /// <summary>The input.</summary>
    public TensorForm Form => form;

    /// <summary>A tensor for so many rows.</summary>
    public abstract RentedTensor Room(int count);

    /// <summary>Fills a tensor; what it held before is gone.</summary>
    /// <param name="room">The tensor.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many; as many as the tensor has room for.</param>
    public abstract void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count);

    /// <summary>The shape for some rows, each of so many numbers.</summary>
    protected long[] Shape(int count, int width) => form.Rank == 1 ? [count] : [count, width];
}
