using System.Collections.Immutable;

namespace TypedExplain.Training.Networks;

/// <summary>Counts parameters before a network is made of them.</summary>
internal static class AffineLayers
{
    /// <summary>How many parameters affine layers between these widths have; more than any array holds where they are too many to be counted.</summary>
    /// <param name="widths">Inputs, hidden units of each layer, outputs; each at least 1.</param>
    public static long CountParameters(ImmutableArray<int> widths)
    {
        long count = 0;
        for (int layer = 0; layer < widths.Length - 1 && count <= int.MaxValue; layer++)
            count += (widths[layer] + 1L) * widths[layer + 1];
        return count;
    }
}
