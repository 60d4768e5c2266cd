using System.Globalization;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Emitting;

/// <summary>Features in words, for documentation comments.</summary>
internal static class Words
{
    /// <summary>The columns, counted from 0: "3", or "3-5".</summary>
    public static string Columns(FeatureModel feature) => feature.ValueColumns == 1
        ? $"{feature.Column}"
        : $"{feature.Column}-{feature.Column + feature.ValueColumns - 1}";

    /// <summary>What the columns hold.</summary>
    public static string Encoding(FeatureModel feature) => feature.Type switch
    {
        FeatureType.Boolean => "flag",
        _ when feature.IsCategory => feature.Encoding switch
        {
            CategoryEncoding.Code => "code",
            CategoryEncoding.Binary => "binary code",
            CategoryEncoding.Given => "given code",
            _ => "category",
        },
        FeatureType.OrdinalEnum => "rank",
        FeatureType.Record => "record",
        _ when feature.Type.IsTime() => "time",
        _ => feature.Type.IsWhole() ? "whole" : "real",
    };

    /// <summary>What the feature may hold and how it may change: "18 to 100 years; only increases".</summary>
    public static string Holds(FeatureModel feature)
    {
        string values = feature.Type switch
        {
            FeatureType.Boolean => "true or false",
            FeatureType.Enum or FeatureType.Text => string.Join(", ", feature.Categories),
            FeatureType.OrdinalEnum => string.Join(" < ", feature.Categories),
            FeatureType.Record => $"the {feature.ValueFeatures} features of {feature.Inner!.Name}",
            _ => Number(feature),
        };
        return (feature.Length is { } length ? $"{length} numbers, each " : "") + values + feature.Constraint switch
        {
            FeatureConstraint.Immutable => "; immutable",
            FeatureConstraint.OnlyIncreases => "; only increases",
            FeatureConstraint.OnlyDecreases => "; only decreases",
            _ => "",
        } + feature.Scale switch
        {
            FeatureScale.Log => feature.LogOffset == 0 ? "; log scale" : $"; log scale, offset {Digits(feature.LogOffset)}",
            FeatureScale.Cyclic => "; cyclic",
            _ => "",
        } + (feature.Draw is { } draw ? "; " + DrawnBy(draw, feature.DrawScale) : "")
            + (feature.IsNullable ? "; may be missing" : "")
            + (feature.IsProtected ? "; protected" : "");
    }

    /// <summary>What the number of a flag means.</summary>
    public const string Compared = "Effect: the output with the instance's value less the output with the opposite; contribution: what it adds to the answer.";

    /// <summary>What the record's author says of the feature, and what its number means in attributions and contributions.</summary>
    public static string Meaning(FeatureModel feature)
    {
        string told = feature.Description is { Length: > 0 } description ? $": {description}{(".!?".IndexOf(description[description.Length - 1]) < 0 ? "." : "")}" : ".";
        return feature.Type switch
        {
            FeatureType.Record => told,
            FeatureType.Boolean => $"{told} {Compared}",
            _ when feature.IsCategory => $"{told} Effect: the output with the instance's category less the output with another; contribution: what it adds to the answer.",
            _ => $"{told} Effect: the change of the output {Per(feature)}; contribution: what it adds to the answer.",
        };
    }

    private static string Per(FeatureModel feature) =>
        feature.Scale == FeatureScale.Log ? "per doubling"
        : feature.Type == FeatureType.OrdinalEnum ? "per rank"
        : feature.Unit is { } unit ? $"per unit ({unit})"
        : "per unit";

    /// <summary>Text for a documentation comment of one line.</summary>
    public static string Xml(string text) => string.Concat(text.Select(letter => letter switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\u2028' or '\u2029' => " ",
        _ when char.IsControl(letter) => " ",
        _ => letter.ToString(),
    }));

    private static string DrawnBy(DrawMode draw, double? scale) => draw switch
    {
        DrawMode.Marginal => "drawn from the background",
        DrawMode.Uniform => "drawn uniformly",
        DrawMode.Fixed => "held fixed",
        _ => scale is { } times ? $"drawn normally, {Digits(times)} times as wide" : "drawn normally",
    };

    private static string Number(FeatureModel feature)
    {
        if (feature.Range is not { } range)
        {
            if (feature.Type.IsDate())
                return $"a date, in {feature.Unit} from the start of 2000";
            string any = feature.Type.IsWhole() ? "any whole number" : "any number";
            return any + (feature.Unit is null ? "" : ", " + feature.Unit);
        }

        string minimum = Digits(range.Minimum), maximum = Digits(range.Maximum);
        string values = double.IsInfinity(range.Maximum) ? $"at least {minimum}"
            : double.IsInfinity(range.Minimum) ? $"at most {maximum}"
            : $"{minimum} to {maximum}";
        return values + (feature.Unit is null ? "" : " " + feature.Unit);
    }

    private static string Digits(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
