using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using TypedExplain.Numerics;

namespace TypedExplain.Onnx.Runtime;

/// <summary>A tensor for one run.</summary>
internal abstract class RentedTensor : IDisposable
{
    /// <summary>The tensor as the runtime knows it.</summary>
    public required OrtValue Value { get; init; }

    public virtual void Dispose() => Value.Dispose();

    /// <summary>A tensor over memory of the shared pool.</summary>
    /// <param name="shape">Its shape.</param>
    public static RentedTensor<TElement> Of<TElement>(params long[] shape)
        where TElement : unmanaged
    {
        long length = 1;
        foreach (long dimension in shape)
            length = dimension == 0 || length <= Array.MaxLength / dimension ? length * dimension : throw new InvalidModelException($"A tensor of the model has the shape {TensorForm.Text(shape)}, more than {Array.MaxLength} numbers. Score fewer rows at a time, or export the model with smaller inputs and outputs.");
        TElement[] elements = ArrayPool<TElement>.Shared.Rent((int)length);
        return new(elements, (int)length) { Value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, elements.AsMemory(0, (int)length), shape) };
    }

    /// <summary>A tensor of empty strings, in the runtime's memory.</summary>
    /// <param name="shape">Its shape.</param>
    public static RentedTensor OfStrings(params long[] shape) =>
        new StringTensor { Value = OrtValue.CreateTensorWithEmptyStrings(OrtAllocator.DefaultInstance, shape) };

    private sealed class StringTensor : RentedTensor;
}

/// <summary>A tensor over memory of the shared pool, which goes back to it.</summary>
internal sealed class RentedTensor<TElement>(TElement[] elements, int length) : RentedTensor
    where TElement : unmanaged
{
    /// <summary>The elements, the last dimension running fastest.</summary>
    public Span<TElement> Span => elements.AsSpan(0, length);

    public override void Dispose()
    {
        base.Dispose();
        ArrayPool<TElement>.Shared.Return(elements, Pooled.ClearsReturned);
    }
}
