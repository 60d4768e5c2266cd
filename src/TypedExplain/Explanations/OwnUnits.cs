using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>The values that effects are multiplied by: numbers as they are, 1 or 0 for flags and categories.</summary>
internal static class OwnUnits
{
    /// <summary>Writes a row's values.</summary>
    /// <param name="instance">The encoded instance, with whose flags and categories the row's are compared.</param>
    /// <param name="row">The encoded row.</param>
    /// <param name="values">Where the values go, one per feature.</param>
    public static void Of<T>(ReadOnlySpan<double> instance, ReadOnlySpan<double> row, Span<double> values)
        where T : IFeatureRecord<T>
    {
        using Pooled units = new(2 * values.Length);
        units.Span[values.Length..].Fill(1);
        T.Interpret(new Interpretation
        {
            Instance = instance,
            Mean = units.Span[..values.Length],
            Scale = units.Span[values.Length..],
            Rows = row,
            Interpretable = values,
            Stride = values.Length,
        });
    }
}
