using System.Runtime.Intrinsics;

namespace TypedExplain.Onnx.Inputs;

/// <summary>Single precision.</summary>
internal readonly struct SingleElement : IElement<SingleElement, float>
{
    public static float Missing => float.NaN;

    public static float Of(double number) => (float)number;

    public static void Fill(ReadOnlySpan<double> numbers, Span<float> elements)
    {
        int i = 0;
        for (; i <= elements.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            ReadOnlySpan<double> own = numbers.Slice(i, Vector256<float>.Count);
            Vector256.Narrow(Vector256.Create(own), Vector256.Create(own[Vector256<double>.Count..])).CopyTo(elements[i..]);
        }

        for (; i < elements.Length; i++)
            elements[i] = (float)numbers[i];
    }
}

/// <summary>Double precision.</summary>
internal readonly struct DoubleElement : IElement<DoubleElement, double>
{
    public static double Missing => double.NaN;

    public static double Of(double number) => number;

    public static void Fill(ReadOnlySpan<double> numbers, Span<double> elements) => numbers[..elements.Length].CopyTo(elements);
}

/// <summary>Whole numbers of 64 bits.</summary>
internal readonly struct LongElement : IElement<LongElement, long>
{
    public static long Of(double number) => (long)number;
}

/// <summary>Whole numbers of 32 bits.</summary>
internal readonly struct IntElement : IElement<IntElement, int>
{
    public static int Of(double number) => (int)number;
}

/// <summary>Yes or no.</summary>
internal readonly struct BoolElement : IElement<BoolElement, bool>
{
    public static bool Of(double number) => number != 0;
}
