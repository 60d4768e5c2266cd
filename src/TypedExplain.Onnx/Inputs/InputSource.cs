namespace TypedExplain.Onnx;

/// <summary>What one input of a model is filled with.</summary>
/// <param name="form">The input.</param>
internal abstract class InputSource<T>(TensorForm form)
    where T : IFeatureRecord<T>
{
    /// <summary>The input.</summary>
    public TensorForm Form => form;

    /// <summary>The tensor for some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    public abstract RentedTensor Tensor(EncodedRows<T> rows, int first, int count);

    /// <summary>The shape for some rows, each of so many numbers.</summary>
    protected long[] Shape(int count, int width) => form.Rank == 1 ? [count] : [count, width];
}
