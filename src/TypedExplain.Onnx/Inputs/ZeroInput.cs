using Microsoft.ML.OnnxRuntime.Tensors;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Zeros, or empty strings, for an input that the output does not depend on: the runtime wants all of them filled.</summary>
internal sealed class ZeroInput<T>(TensorForm form) : InputSource<T>(form)
    where T : IFeatureRecord<T>
{
    private readonly TensorForm _form = form.Shape.Skip(1).Aggregate(1L, (width, size) => Math.Min(width, OnnxLimits.WidestZeros + 1) * Math.Max(size, 1)) <= OnnxLimits.WidestZeros
        ? form
        : throw new InvalidModelException($"Input {form} of the model holds more than {OnnxLimits.WidestZeros} numbers per row, although the output does not depend on it. Export the model without it.");

    public override RentedTensor Room(int count)
    {
        long[] shape = [.. _form.Shape.Select((size, i) => (long)(i == 0 && size < 0 ? count : Math.Max(size, 1)))];
        return Form.Type switch
        {
            TensorElementType.String => RentedTensor.OfStrings(shape),
            TensorElementType.Float => Zeros<float>(shape),
            TensorElementType.Double => Zeros<double>(shape),
            TensorElementType.Int64 => Zeros<long>(shape),
            TensorElementType.Int32 => Zeros<int>(shape),
            TensorElementType.Int16 => Zeros<short>(shape),
            TensorElementType.Int8 => Zeros<sbyte>(shape),
            TensorElementType.UInt64 => Zeros<ulong>(shape),
            TensorElementType.UInt32 => Zeros<uint>(shape),
            TensorElementType.UInt16 => Zeros<ushort>(shape),
            TensorElementType.UInt8 => Zeros<byte>(shape),
            TensorElementType.Bool => Zeros<bool>(shape),
            _ => throw new InvalidModelException($"Input {Form} of the model has a type that records do not fill, although the output does not depend on it. Export the model without it."),
        };
    }

    public override void Fill(RentedTensor room, EncodedRows<T> rows, int first, int count)
    {
        // It was cleared when it was made, and nobody writes to it.
    }

    private static RentedTensor<TElement> Zeros<TElement>(long[] shape)
        where TElement : unmanaged
    {
        RentedTensor<TElement> room = RentedTensor.Of<TElement>(shape);
        room.Span.Clear();
        return room;
    }
}
