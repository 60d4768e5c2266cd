using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Reasons;

/// <summary>Whether a record that states reasons states one for every value that a feature can have.</summary>
internal static class ReasonCoverage
{
    /// <summary>A fix writes the annotation that stands under this key.</summary>
    private const string Key = "Reason";

    /// <summary>Checks the features, and says whether the record states any reason.</summary>
    public static bool Check(IEnumerable<FeatureModel> features, StoredProperty[] stored, Findings findings)
    {
        FeatureModel[] all = [.. features];
        if (!all.Any(feature => feature.Inner is { Reasons.Count: > 0 } || (feature.StatedReasons.Count > 0 && !feature.IsProtected)))
            return false;
        foreach (FeatureModel feature in all.Where(feature => !feature.IsProtected && !feature.HasFaultyReasons))
        {
            if (Lack(feature) is not var (lack, remedy, annotation))
                continue;
            StoredProperty property = stored.First(own => own.Property.Name == feature.Name);
            findings.AddFixable(DiagnosticDescriptors.MissingReason, property.NameLocation, annotation is null ? null : (Key, annotation), feature.Name, lack, remedy);
        }

        return true;
    }

    private static (string Lack, string Remedy, string? Annotation)? Lack(FeatureModel feature)
    {
        const string any = "[Reason(\"\", \"\")]", missing = "[Reason(\"\", \"\", When = Adverse.Missing)]";
        if (feature.Inner is { } inner && !inner.IsReasoned)
            return ($"has type '{inner.Name}', whose features have no reasons", $"add [Reason(\"...\", \"...\")] to them, or [NoReason(\"...\")]", null);
        if (feature.Inner is null && feature.Reasons.Count == 0)
        {
            return feature.MissingReasons.Count == 0
                ? ("has no reason", "add [Reason(\"...\", \"...\")], or say with [NoReason(\"...\")] why there is none", any)
                : ("has a reason for a missing value only", "add [Reason(\"...\", \"...\")] for the others", "[Reason(\"\", \"\", When = Adverse.Any)]");
        }

        int[] uncovered = feature.Reasons.All(reason => reason.Categories.Count > 0)
            ? [.. Enumerable.Range(0, feature.Categories.Count).Where(category => !feature.Reasons.Any(reason => reason.Categories.Contains(category)))]
            : [];
        if (uncovered.Length > 0)
        {
            string[] names = [.. uncovered.Select(category => feature.Categories[category])];
            string list = string.Join(", ", uncovered.Select(category => feature.Enum is { } categories ? $"nameof({categories.Name}.{Identifier.Escape(categories.Categories[category])})" : Text(feature.Categories[category])));
            return ($"has no reason for {NameList.Names(names)}", "add them to the For of a reason, or add [Reason(\"...\", \"...\", For = [...])]", $"[Reason(\"\", \"\", For = [{list}])]");
        }

        return feature.IsNullable && feature.MissingReasons.Count == 0
            ? ("has no reason for a missing value", "add [Reason(\"...\", \"...\", When = Adverse.Missing)]", missing)
            : null;
    }

    private static string Text(string value) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(value, quote: true);
}
