using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Schema;

namespace TypedExplain;

public sealed partial class FeatureSchema<T>
{
    /// <summary>Encodes a record and checks every feature: the border at which bad values are turned away.</summary>
    /// <param name="record">The record.</param>
    /// <param name="columns">The row to fill.</param>
    /// <exception cref="InvalidFeatureException">A number that is not finite or outside its limits, or an unknown category.</exception>
    public void Encode(in T record, Span<double> columns)
    {
        ArgumentNullException.ThrowIfNull(record);
        T.Encode(in record, columns);
        foreach (Feature<T> feature in Features)
        {
            if (feature.IsNumeric && !feature.Limits.Contains(columns[feature.Column]) && feature.IsPresent(columns))
                throw InvalidFeatureException.For(feature, columns[feature.Column]);
        }

        if (Media.Length > 0)
            _ = ReadMedia(record);
    }

    /// <summary>An encoded row as a person reads it: names and values, of many features the first; protected ones are withheld.</summary>
    internal string Describe(ReadOnlySpan<double> columns)
    {
        StringBuilder text = new(Name);
        text.Append(" {");
        Feature<T>[] shown = [.. Features.Where(feature => feature.Kind != FeatureKind.Missing)];
        foreach (Feature<T> feature in shown.Take(NameList.Most))
            text.Append(feature.Index == 0 ? " " : ", ").Append(feature.Name).Append(" = ").Append(Protection.Shown(feature, feature.Format(columns)));
        if (shown.Length > NameList.Most)
            text.Append(CultureInfo.InvariantCulture, $" and {shown.Length - NameList.Most} more");
        return text.Append(" }").ToString();
    }
}
