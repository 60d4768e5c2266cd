using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>The scale of a number: linear, logarithmic or a circle.</summary>
internal static class ScaleAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        bool isNumber = reader.Type.IsNumber() && !reader.Type.IsDate();
        AttributeData? log = reader.Find("LogScale"), cyclic = reader.Find("Cyclic");
        reader.RequireFit("LogScale", isNumber);
        reader.RequireFit("Cyclic", isNumber || reader.Type == FeatureType.Enum);
        if (log is not null && cyclic is not null)
            reader.Contradict(cyclic, "cannot be on a circle and on a logarithmic scale; keep one of [Cyclic] and [LogScale]");
        else if (log is not null && isNumber)
            return Log(reader, log, feature);
        else if (cyclic is not null && (isNumber || reader.Type == FeatureType.Enum))
            return Cyclic(reader, cyclic, feature);
        return feature;
    }

    private static FeatureModel Log(AnnotationReader reader, AttributeData log, FeatureModel feature)
    {
        object? stated = AnnotationReader.Named(log, "Offset");
        double? offset = stated is null ? null : reader.Positive(log, stated, "offset");
        double minimum = feature.Limits?.Minimum ?? double.NegativeInfinity;
        if (minimum + (offset ?? (minimum == 0 ? 1 : 0)) > 0)
            return feature with { Scale = FeatureScale.Log, LogOffset = offset ?? (minimum == 0 ? 1 : 0) };
        if ((stated is null || offset is not null) && !reader.HasFaultyRange)
            reader.Report(DiagnosticDescriptors.NeedsRange, log, $"may be {(double.IsInfinity(minimum) ? "any number" : AnnotationReader.Digits(minimum))}, which has no logarithm; state a least value of 0 or more with [Numeric(minimum, maximum)], or an Offset that is large enough");
        return feature;
    }

    private static FeatureModel Cyclic(AnnotationReader reader, AttributeData cyclic, FeatureModel feature)
    {
        if ((reader.Find("OnlyIncreases") ?? reader.Find("OnlyDecreases")) is not null)
            reader.Contradict(cyclic, "cannot be on a circle and go in one direction only; keep [Cyclic] or the direction");
        else if (reader.Type.IsNumber() && feature.Range is not { IsBounded: true } && !reader.HasFaultyRange)
            reader.Report(DiagnosticDescriptors.NeedsRange, cyclic, "is on a circle whose length is not known; state both ends with [Numeric(minimum, maximum)]");
        else if (reader.Type.IsWhole() && feature.Range is { Minimum: 0, Maximum: (7 or 12 or 24 or 60 or 360) and var end } && reader.Find("Numeric") is { } numeric)
            reader.Report(DiagnosticDescriptors.ClosedCircle, numeric, AnnotationReader.Digits(end), AnnotationReader.Digits(end + 1), AnnotationReader.Digits(end - 1));
        return feature with { Scale = FeatureScale.Cyclic };
    }
}
