using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>How a neighborhood draws a feature.</summary>
internal static class DrawAnnotations
{
    public static FeatureModel Read(AnnotationReader reader, FeatureModel feature)
    {
        reader.RequireFit("Perturb", reader.Type != FeatureType.Record);
        if (reader.Type == FeatureType.Record || reader.Find("Perturb") is not { } perturb)
            return feature;
        if (reader.Defined(perturb, reader.Argument("Perturb"), "draw", Enum.GetNames(typeof(DrawMode))) is not { } draw)
            return feature;

        bool isNumber = reader.Type.IsNumber();
        object? scale = AnnotationReader.Named(perturb, "Scale");
        if ((DrawMode)draw == DrawMode.Gaussian && !isNumber && feature.Type != FeatureType.OrdinalEnum)
            reader.Report(DiagnosticDescriptors.UnfitAnnotation, perturb, reader.TypeName, "Perturb(DrawMode.Gaussian)", "remove [Perturb(DrawMode.Gaussian)]");
        else if ((DrawMode)draw != DrawMode.Gaussian && scale is not null)
            reader.Contradict(perturb, "Scale", "has a Scale, which only DrawMode.Gaussian uses; remove the Scale");
        else if ((DrawMode)draw == DrawMode.Uniform && isNumber && feature.Range is not { IsBounded: true } && !reader.HasFaultyRange)
            reader.Report(DiagnosticDescriptors.NeedsRange, perturb, "is drawn uniformly from a range that is not known; state both ends with [Numeric(minimum, maximum)]");
        return feature with { Draw = (DrawMode)draw, DrawScale = reader.Positive(perturb, scale, "scale") };
    }
}
