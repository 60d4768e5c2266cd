using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>How a neighborhood draws a feature.</summary>
internal static class DrawAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        reader.RequireFit("Perturb", reader.Type != FeatureType.Record);
        if (reader.Type == FeatureType.Record || reader.Find("Perturb") is not { } perturb)
            return feature;
        if (reader.Defined(perturb, reader.Argument("Perturb"), "draw", Enum.GetNames(typeof(Draw))) is not { } draw)
            return feature;

        bool isNumber = reader.Type.IsNumber();
        object? scale = AnnotationReader.Named(perturb, "Scale");
        if ((Draw)draw == Draw.Gaussian && !isNumber && feature.Type != FeatureType.OrdinalEnum)
            reader.Report(DiagnosticDescriptors.UnfitAnnotation, perturb, reader.TypeName, "Perturb(Draw.Gaussian)", "remove [Perturb(Draw.Gaussian)]");
        else if ((Draw)draw != Draw.Gaussian && scale is not null)
            reader.Contradict(perturb, "Scale", "has a Scale, which only Draw.Gaussian uses; remove the Scale");
        else if ((Draw)draw == Draw.Uniform && isNumber && feature.Range is not { IsBounded: true } && !reader.HasFaultyRange)
            reader.Report(DiagnosticDescriptors.NeedsRange, perturb, "is drawn uniformly from a range that is not known; state both ends with [Numeric(minimum, maximum)]");
        return feature with { Draw = (Draw)draw, DrawScale = reader.Positive(perturb, scale, "scale") };
    }
}
