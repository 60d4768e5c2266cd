using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.Intrinsics;
using Microsoft.ML.OnnxRuntime;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Outputs;

/// <summary>Reads a tensor: [n], [n, 1] or [n, k].</summary>
/// <param name="name">The output.</param>
/// <param name="classes">The names of its scores.</param>
/// <param name="rank">How many dimensions it has.</param>
internal sealed class TensorReader<TElement>(string name, ImmutableArray<string> classes, int rank) : OutputReader(name, classes)
    where TElement : unmanaged, INumber<TElement>
{
    public override RentedTensor? Room(int count) => rank == 1 ? RentedTensor.Of<TElement>(count) : RentedTensor.Of<TElement>(count, Classes.Length);

    public override void Read(RentedTensor room, Span<double> scores) => Copy(((RentedTensor<TElement>)room).Span, scores);

    public override void Read(OrtValue value, int count, Span<double> scores) => Copy(value.GetTensorDataAsSpan<TElement>()[..(count * Classes.Length)], scores);

    private static void Copy(ReadOnlySpan<TElement> elements, Span<double> scores)
    {
        int i = 0;
        if (typeof(TElement) == typeof(float))
        {
            ReadOnlySpan<float> singles = System.Runtime.InteropServices.MemoryMarshal.Cast<TElement, float>(elements);
            for (; i <= singles.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(Vector256.Create(singles[i..]));
                lower.CopyTo(scores[i..]);
                upper.CopyTo(scores[(i + Vector256<double>.Count)..]);
            }
        }

        for (; i < elements.Length; i++)
            scores[i] = double.CreateTruncating(elements[i]);
    }
}
