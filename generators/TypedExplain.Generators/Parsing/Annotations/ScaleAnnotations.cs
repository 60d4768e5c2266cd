using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

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
        if (stated is null || offset is not null)
            reader.Report(DiagnosticDescriptors.NeedsRange, log, $"may be {(double.IsInfinity(minimum) ? "any number" : AnnotationReader.Digits(minimum))}, which has no logarithm; state a least value of 0 or more with [Numeric(minimum, maximum)], or an Offset that is large enough");
        return feature;
    }

    private static FeatureModel Cyclic(AnnotationReader reader, AttributeData cyclic, FeatureModel feature)
    {
        if ((reader.Find("OnlyIncreases") ?? reader.Find("OnlyDecreases")) is not null)
            reader.Contradict(cyclic, "cannot be on a circle and go in one direction only; keep [Cyclic] or the direction");
        else if (reader.Type.IsNumber() && feature.Range is not { IsBounded: true })
            reader.Report(DiagnosticDescriptors.NeedsRange, cyclic, "is on a circle whose length is not known; state both ends with [Numeric(minimum, maximum)]");
        return feature with { Scale = FeatureScale.Cyclic };
    }
}
