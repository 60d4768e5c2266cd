using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TypedExplain.Errors;
using TypedExplain.Explanations;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>How a model's answer goes with one feature, over a background: a curve with standard errors and support.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class FeatureCurve<T>
    where T : IFeatureRecord<T>
{
    private protected FeatureCurve()
    {
    }

    /// <summary>What is changed along the curve.</summary>
    public required Feature<T> Feature { get; init; }

    /// <summary>The points: numbers and ranks in rising order, categories as the method orders them, no value last.</summary>
    public required ImmutableArray<CurvePoint> Points { get; init; }

    /// <summary>The name of the model's output.</summary>
    public required string Output { get; init; }

    /// <summary>What the answers are.</summary>
    public required OutputKind Kind { get; init; }

    /// <summary>How many rows of the background the curve is a mean of.</summary>
    public required int Rows { get; init; }

    /// <summary>How many rows of the background are not in it, since they have no value of the feature, or one that is left out.</summary>
    public required int RowsLeftOut { get; init; }

    /// <summary>The categories that are not in it, the most frequent first; empty where all are.</summary>
    public ImmutableArray<string> CategoriesLeftOut { get; init; } = [];

    /// <summary>How many rows the model was asked about.</summary>
    public required long Queries { get; init; }

    /// <summary>What to keep in mind, in words: features that move together, rows that are left out.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Whether the points lie on a circle: the last is followed by the first.</summary>
    public bool IsCyclic => Feature.Scale == FeatureScale.Cyclic && Feature.IsNumeric;

    /// <summary>Whether the feature is measured on a logarithmic scale.</summary>
    public bool IsLog => Feature.Scale == FeatureScale.Log && Feature.IsNumeric;

    /// <summary>Whether points have no place on a line: flags, categories, and what says that there is no value.</summary>
    public bool IsCategorical => !Feature.IsNumeric;

    private protected abstract string Title { get; }

    /// <summary>A table of the points; of a protected feature only that it is there.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Title} {Feature.DisplayName} on {Output} ({Kind}): {Rows} {Noun.Of(Rows, "row")}, {Queries} {Noun.Of(Queries, "query", "queries")}\n");
        if (Feature.IsProtected)
            return text.Append("  ").Append(ShownRows<T>.Protected).ToString();
        int width = Points.IsEmpty ? 0 : Points.Max(point => point.At.Label.Length);
        double longest = Points.IsEmpty ? 0 : Points.Max(point => Math.Abs(point.Mean));
        foreach (CurvePoint point in Points)
            text.Append(Line(point, width, longest)).Append('\n');
        foreach (string note in Notes)
            text.Append("! ").Append(note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static string Line(CurvePoint point, int width, double longest) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {point.At.Label.PadRight(width)} {NumberText.Answer(point.Mean, CultureInfo.InvariantCulture),12}{Error(point)} {point.At.Support,7} {Noun.Of(point.At.Support, "row ", "rows")}  {TableText.Bar(point.Mean, longest)}").TrimEnd();

    /// <summary>Nothing for a number that is no mean of rows, or of too few to tell.</summary>
    private static string Error(CurvePoint point) => double.IsNaN(point.StandardError) ? "" : $" ± {NumberText.Answer(point.StandardError, CultureInfo.InvariantCulture),-10}";
}
