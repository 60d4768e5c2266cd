using System.Globalization;
using System.Text.RegularExpressions;

namespace CreditService.Forms;

/// <summary>What fields of a form take, and numbers as people type them.</summary>
public static partial class FieldText
{
    /// <summary>What a person may enter, in words.</summary>
    public static string Allowed<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => feature.Kind switch
        {
            FeatureKind.Whole => $"a whole number, {Limits(feature)}",
            FeatureKind.Real => $"a number, {Limits(feature)}",
            FeatureKind.Flag => "Yes or No",
            _ => "one of the list",
        };

    /// <summary>The number that a text is: "21000", "21,000" or "0.5". Null where it could be read in two ways, such as "1,5".</summary>
    public static double? Number(string text) =>
        Plain.IsMatch(text) && double.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    [GeneratedRegex(@"^[+-]?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,10})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain { get; }

    private static string Limits<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => string.Create(CultureInfo.InvariantCulture, $"{feature.Limits.Minimum:#,##0.##} to {feature.Limits.Maximum:#,##0.##}{(feature.Unit is null ? "" : " " + feature.Unit)}");
}
