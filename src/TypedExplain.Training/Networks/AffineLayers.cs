using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Training.Networks;

/// <summary>Counts parameters before a network is made of them.</summary>
internal static class AffineLayers
{
    /// <summary>The most parameters of a network that is trained: half a gibibyte, and as much three times over for its steps.</summary>
    private const int MostParameters = 1 << 27;

    /// <summary>Refuses hidden units that no memory holds.</summary>
    /// <param name="option">The option that says them.</param>
    /// <param name="widths">Inputs, hidden units of each layer, outputs; each at least 1.</param>
    public static void Check(string option, ImmutableArray<int> widths)
    {
        if (CountParameters(widths) is > MostParameters and long count)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} makes layers of {string.Join(", ", widths)} numbers, which have {(count > int.MaxValue ? "too many" : count)} parameters; a network that is trained has at most {MostParameters}."));
    }

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
