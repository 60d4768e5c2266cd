using TypedExplain.Generated;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Data.CsvFiles;

/// <summary>Checks that what is written of a record will be read back as it is.</summary>
/// <typeparam name="T">The record.</typeparam>
internal static class KeptValues<T>
    where T : IFeatureRecord<T>
{
    private static readonly bool s_hasDecimals = T.Schema.Features.Any(feature => feature.Precision == NumberPrecision.Decimal);

    /// <summary>Checks that no decimal has more digits than a column keeps of it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="columns">Its row.</param>
    public static void RequireDecimals(T record, ReadOnlySpan<double> columns)
    {
        if (!s_hasDecimals)
            return;
        Feature<T>? lost = RowOrigin<T>.Lost(record, out _).FirstOrDefault(member => member.Feature?.Precision == NumberPrecision.Decimal)?.Feature;
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (lost is null && feature.Precision == NumberPrecision.Decimal && (double)Cell.ToDecimal(columns[feature.Column]) != columns[feature.Column])
                lost = feature;
        }

        if (lost is not null)
            throw InvalidFeatureException.TooManyDigits(lost, columns[lost.Column]);
    }

    /// <summary>Checks that a text has no half of a surrogate pair.</summary>
    public static void RequireWellFormed(string name, string text)
    {
        if (!CsvWords.IsWellFormed(text))
            throw InvalidFeatureException.Broken<T>(name);
    }
}
