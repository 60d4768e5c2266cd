using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>What can be wrong with the features of a record together.</summary>
internal static class RecordChecks
{
    public static void Of(List<FeatureModel> features, List<MediaModel> media, StoredProperty[] stored, TypeDeclarationSyntax declaration, Findings findings)
    {
        ILookup<string, string?> displayed = features.Select(feature => (feature.Name, feature.DisplayName)).Concat(media.Select(text => (text.Name, text.DisplayName))).ToLookup(own => own.Name, own => own.DisplayName);
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase), shown = [];
        foreach (StoredProperty property in stored)
        {
            string name = property.Property.Name;
            if (names.TryGetValue(name, out string? twin))
                findings.Add(DiagnosticDescriptors.TwinNames, property.NameLocation, name, twin);
            else
                names.Add(name, name);

            string display = displayed[name].FirstOrDefault(own => own is not null) ?? name;
            if (shown.TryGetValue(display, out string? other))
                findings.Add(DiagnosticDescriptors.SharedDisplayName, property.AnnotationLocation("ShownAs") ?? property.NameLocation, name, display, other);
            else
                shown.Add(display, name);
        }

        if (media.Count == 0 && features.Count > 0 && features.TrueForAll(feature => feature is { Draw: DrawMode.Fixed, Inner: null }))
            findings.Add(DiagnosticDescriptors.AllFixed, LocationInfo.Of(declaration.Identifier));
    }
}
