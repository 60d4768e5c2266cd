using System.Numerics;

namespace TypedExplain.Training.Gradients;

/// <summary>The position of the largest number; of equals the first.</summary>
internal static class ArgMax
{
    public static int Of<TNumber>(ReadOnlySpan<TNumber> values)
        where TNumber : INumber<TNumber>
    {
        int largest = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[largest])
                largest = i;
        }

        return largest;
    }
}
