namespace TypedExplain.Summaries;

/// <summary>The position of a feature's value, from 0 for the lowest to 255 for the highest.</summary>
/// <param name="quantiles">Values of the background with equally many rows between them; empty where it is the place of a category that counts.</param>
/// <param name="categories">How many categories there are; 0 for a number.</param>
internal sealed class ValuePosition(double[] quantiles, int categories)
{
    /// <summary>In the place of a position where there is no value.</summary>
    public const int Missing = -1;

    /// <summary>The highest position.</summary>
    public const int Largest = 255;

    private const int Quantiles = 256;

    /// <summary>The positions of a feature; null for a number without a background.</summary>
    public static ValuePosition? Of<T>(Feature<T> feature, ReferenceValues? reference)
        where T : IFeatureRecord<T> => feature.Kind switch
        {
            FeatureKind.Category or FeatureKind.Ordinal => new([], feature.Categories.Length),
            FeatureKind.Flag or FeatureKind.Missing => new([], 2),
            _ when reference is { Count: > 0 } values => new([.. Enumerable.Range(0, Quantiles).Select(i => values.Quantile((i + 0.5) / Quantiles))], 0),
            _ => null,
        };

    /// <summary>The position of a category, or of the middle where there is one only.</summary>
    public int OfCategory(int category) => categories == 1 ? Largest / 2 : Largest * category / (categories - 1);

    /// <summary>The position of a number among the quantiles; half way between those that are below it and those that are not above.</summary>
    public int OfNumber(double value) => (Count(value, orEqual: false) + Count(value, orEqual: true)) * Largest / (2 * quantiles.Length);

    private int Count(double value, bool orEqual)
    {
        int low = 0, high = quantiles.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (quantiles[middle] < value || (orEqual && quantiles[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
