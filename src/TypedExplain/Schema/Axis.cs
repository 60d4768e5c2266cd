using TypedExplain.Numerics;
using TypedExplain.Schema.Values;

namespace TypedExplain.Schema;

/// <summary>How one feature is drawn and measured: what is left of it once its record no longer matters.</summary>
/// <param name="IsNumeric">Whether it is measured on a scale at all, and not by whether it is the instance's own.</param>
/// <param name="Draw">How it is drawn.</param>
/// <param name="Scale">The scale of a number.</param>
/// <param name="Offset">What is added before the logarithm.</param>
/// <param name="Range">The stated range; of a whole number on a circle or drawn uniformly, half a step wider at both ends.</param>
/// <param name="Slot">Where its statistics begin among those of its record.</param>
/// <param name="Slots">How many they are: one, or one per category.</param>
internal readonly record struct Axis(bool IsNumeric, DrawMode Draw, FeatureScale Scale, double Offset, FeatureRange Range, int Slot, int Slots)
{
    private const double LogOf2 = 0.693147180559945309417232121458;

    public static Axis Of<T>(Feature<T> feature, int slot)
        where T : IFeatureRecord<T>
    {
        FeatureRange range = feature.Range is { } stated && feature.IsNumeric ? Inside(stated, feature.Limits) : feature.Limits;
        double margin = feature.Kind is FeatureKind.Whole or FeatureKind.Ordinal ? 0.5 : 0;
        if (feature.Scale == FeatureScale.Cyclic || (feature.Draw == DrawMode.Uniform && feature.Scale == FeatureScale.Linear))
            range = new(range.Minimum - margin, range.Maximum + margin);
        return new(feature.IsNumeric, feature.Draw, feature.Scale, feature.LogOffset, range, slot, feature.Kind == FeatureKind.Category ? feature.Categories.Length : 1);
    }

    /// <summary>The way once round the circle.</summary>
    private double Period => Range.Maximum - Range.Minimum;

    /// <summary>A number on its scale.</summary>
    public double Scaled(double value) => Scale == FeatureScale.Log ? VectorMath.Log(value + Offset) / LogOf2 : value;

    /// <summary>A number back from its scale.</summary>
    public double Unscaled(double value) => Scale == FeatureScale.Log ? VectorMath.Exp(value * LogOf2) - Offset : value;

    /// <summary>Numbers back from their scale, within limits: what lies outside is folded back inside, or comes round the circle.</summary>
    public void Restore(Span<double> values, double minimum, double maximum)
    {
        switch (Scale)
        {
            case FeatureScale.Cyclic:
                foreach (ref double value in values)
                    value = Math.Clamp(Around(value), minimum, maximum);
                break;
            case FeatureScale.Log:
                (double low, double high) = (Scaled(minimum), Scaled(maximum));
                foreach (ref double value in values)
                    value = Folding.Fold(value, low, high) * LogOf2;
                VectorMath.Exp(values);
                foreach (ref double value in values)
                    value = Math.Clamp(value - Offset, minimum, maximum);
                break;
            default:
                if (VectorOps.AreWithin(values, minimum, maximum))
                    break;
                foreach (ref double value in values)
                    value = Folding.Fold(value, minimum, maximum);
                break;
        }
    }

    /// <summary>How far a number lies after another, the short way round: from −½ to ½ of the period.</summary>
    public double Turn(double from, double to)
    {
        double turns = (to - from) / Period;
        return (turns - Math.Floor(turns + 0.5)) * Period;
    }

    private double Around(double value)
    {
        double turns = (value - Range.Minimum) / Period;
        return Range.Minimum + ((turns - Math.Floor(turns)) * Period);
    }

    private static FeatureRange Inside(FeatureRange stated, FeatureRange limits) =>
        new(Math.Max(stated.Minimum, limits.Minimum), Math.Min(stated.Maximum, limits.Maximum));
}
