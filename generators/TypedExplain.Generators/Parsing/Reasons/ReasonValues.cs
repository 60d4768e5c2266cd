using Microsoft.CodeAnalysis;
using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>For which values of a feature a reason holds.</summary>
internal static class ReasonValues
{
    /// <summary>The values; null where they are reported.</summary>
    public static FeatureReasonModel? Read(AnnotationReader reader, AttributeData annotation, FeatureModel feature, string code)
    {
        object? stated = AnnotationReader.Named(annotation, "When");
        if (stated is not null && reader.Defined(annotation, stated, "When", Enum.GetNames(typeof(Adverse))) is null)
            return null;
        var when = (Adverse)(stated ?? 0);
        string[] names = For(annotation);
        string? unknown = names.FirstOrDefault(name => !feature.Categories.Contains(name));
        string? fault = when switch
        {
            Adverse.Missing when !feature.IsNullable => "for a missing value, and it always has one; remove [Reason]",
            not Adverse.Missing when feature.Inner is { } inner => $"for its values, and those are features of '{inner.Name}'; state When = Adverse.Missing here, and the others there",
            not Adverse.Any when names.Length > 0 => $"for {when} and for {NameList.Names(names)}; keep When or For",
            Adverse.Low or Adverse.High when !feature.Type.IsNumber() && feature.Type != FeatureType.OrdinalEnum => $"for {when}, and {Kind(feature)} is neither low nor high; {(feature.IsCategory ? "name the categories with For" : "state Adverse.True or Adverse.False")}, or leave When out",
            Adverse.False or Adverse.True when feature.Type != FeatureType.Boolean => $"for {when}, and it is {Kind(feature)}; {(feature.IsCategory ? "name the categories with For" : "state Adverse.Low or Adverse.High")}, or leave When out",
            _ when names.Length > 0 && feature.Categories.Count == 0 => $"for {NameList.Names(names)}, and {Kind(feature)} has no categories; remove For",
            _ when unknown is not null => $"for '{unknown}', which is none of its categories; name those of {NameList.Names(feature.Categories)}",
            _ => null,
        };
        if (fault is null)
            return new(code, when, names.Select(name => Position(feature, name)).Distinct().OrderBy(position => position).ToEquatableArray());
        if (!reader.HasFaultyCategories)
            reader.ReportFixable(DiagnosticDescriptors.UnfitReason, annotation, isMeant: when != Adverse.Missing || feature.IsNullable, code, fault);
        return null;
    }

    /// <summary>Whether no other reason holds for one of the values; else that is reported.</summary>
    public static bool AreApart(AnnotationReader reader, AttributeData annotation, FeatureModel feature, FeatureReasonModel value, List<FeatureReasonModel> others)
    {
        foreach (FeatureReasonModel other in others)
        {
            int[] shared = [.. value.Categories.Where(other.Categories.Contains)];
            string? both = (value.When == Adverse.Missing) != (other.When == Adverse.Missing) ? null
                : value.Categories.Count > 0 && other.Categories.Count > 0 ? shared.Length > 0 ? $"the same category '{feature.Categories[shared[0]]}'" : null
                : value.When == other.When || value.When == Adverse.Any || other.When == Adverse.Any || value.Categories.Count + other.Categories.Count > 0 ? "the same values"
                : null;
            if (both is null)
                continue;
            reader.Report(DiagnosticDescriptors.TwoReasons, annotation, other.Code, value.Code, both);
            return false;
        }

        return true;
    }

    private static string[] For(AttributeData annotation)
    {
        TypedConstant list = annotation.NamedArguments.FirstOrDefault(argument => argument.Key == "For").Value;
        return list.Kind == TypedConstantKind.Array && !list.IsNull ? [.. list.Values.Select(value => value.Value as string ?? "")] : [];
    }

    private static int Position(FeatureModel feature, string name) => feature.Categories.ToList().IndexOf(name);

    private static string Kind(FeatureModel feature) => feature.Type switch
    {
        FeatureType.Boolean => "a flag",
        FeatureType.OrdinalEnum => "a rank",
        _ when feature.IsCategory => "a category",
        _ => "a number",
    };
}
