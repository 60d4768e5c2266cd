using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;
using TypedExplain.Generators.Parsing.Links;
using TypedExplain.Generators.Parsing.Reasons;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Parsing;

/// <summary>Turns an annotated type into a model, or into the reasons why it has none.</summary>
internal static class RecordParser
{
    private static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Parses a type from the declaration that carries the annotation.</summary>
    public static ParsedRecord Parse(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, AttributeData annotation, Compilation compilation, CancellationToken cancellation)
    {
        if (IsRepeated(type, annotation))
            return new(null, default);

        Findings findings = new(type.Name);
        Shape.Check(type, declaration, findings, cancellation);
        RecordModel? model = findings.None
            ? Parse(type, declaration, [type], compilation, findings, cancellation)
            : null;
        return new(findings.AllowSource ? model : null, findings.ToEquatableArray());
    }

    /// <summary>Whether an earlier part of the type carries the annotation too, which the compiler reports.</summary>
    private static bool IsRepeated(INamedTypeSymbol type, AttributeData annotation) =>
        type.GetAttributes()
            .First(other => SymbolEqualityComparer.Default.Equals(other.AttributeClass, annotation.AttributeClass))
            .ApplicationSyntaxReference is { } first
        && annotation.ApplicationSyntaxReference is { } own
        && (first.SyntaxTree, first.Span) != (own.SyntaxTree, own.Span);

    /// <summary>A record that is a property of another one.</summary>
    /// <param name="type">The inner record.</param>
    /// <param name="path">The records that it stands in, the outermost first.</param>
    /// <param name="compilation">The compilation of both.</param>
    /// <param name="isRecursive">Whether it contains itself or a record that it stands in.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The record, or null where it has findings of its own, which are reported with it.</returns>
    public static InnerModel? ParseInner(INamedTypeSymbol type, IReadOnlyList<INamedTypeSymbol> path, Compilation compilation, out bool isRecursive, CancellationToken cancellation)
    {
        Findings findings = new(type.Name);
        isRecursive = path.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);
        if (isRecursive || Declarations.PartsOf(type, cancellation).FirstOrDefault() is not { } declaration)
            return null;
        RecordModel? model = Parse(type, declaration, [.. path, type.OriginalDefinition], compilation, findings, cancellation);
        isRecursive = findings.Has(DiagnosticDescriptors.Recursive);
        return model is null || !findings.AllowSource ? null : new(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(FullName), model.Name, model.FeatureCount, model.ColumnCount, model.Media.Select(media => media.Name).FirstOrDefault(), model.HasMore, model.HasTimes)
        {
            Reasons = model.Reasons.ToEquatableArray(),
            IsReasoned = model.Features.All(feature => feature.IsReasoned),
        };
    }

    private static RecordModel? Parse(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        IReadOnlyList<INamedTypeSymbol> path,
        Compilation compilation,
        Findings findings,
        CancellationToken cancellation)
    {
        if (Construction.Find(type, declaration, findings, cancellation) is not { } properties)
            return null;

        StoredProperty[] stored = properties.Where(property => property.IsFeature).ToArray();
        FeatureParser parser = new(compilation, path, findings, cancellation);
        List<FeatureModel> features = [];
        List<MediaModel> media = [];
        HashSet<StoredProperty> dropped = [];
        int index = 0, column = 0;
        foreach (StoredProperty property in stored)
        {
            if (MediaParser.IsMedia(property))
            {
                if (MediaParser.Parse(property, compilation, findings, cancellation) is { } found)
                    media.Add(found with { Index = media.Count });
                else if (findings.AllowSource)
                    dropped.Add(property);
                continue;
            }

            if (parser.Parse(property) is not { } feature)
                continue;
            if (column + (long)feature.ColumnCount is var columns && columns is < 0 or > RuntimeLimits.LongestRow)
            {
                if (!findings.Has(DiagnosticDescriptors.LongRow))
                    findings.Add(DiagnosticDescriptors.LongRow, property.NameLocation, feature.Name);
                feature = feature with { Length = 1 };
            }

            features.Add(feature with { Index = index, Column = column });
            index += feature.FeatureCount;
            column += feature.ColumnCount;
        }

        features = new LinkReader(features, stored, findings, cancellation).Read();
        if (ReasonCoverage.Check(features, stored, findings))
            Shape.CheckReasons(type, declaration, findings);
        RecordChecks.Of(features, media, stored, declaration, findings);
        if (stored.Length == 0)
            findings.Add(DiagnosticDescriptors.NoFeatures, LocationInfo.Of(declaration.Identifier));
        HashSet<string> names = [.. features.Select(feature => feature.Name)];
        foreach (FeatureModel nullable in features.Where(feature => feature.IsNullable && names.Contains(feature.MissingName)))
            findings.Add(DiagnosticDescriptors.CollidingName, stored.First(property => property.Property.Name == nullable.MissingName).NameLocation, nullable.MissingName, nullable.Name);

        RowKeyModel? key = RowKeyParser.Parse(type, properties, findings, cancellation);

        // A property whose type does not exist is the compiler's to report.
        return features.Count + media.Count + dropped.Count < stored.Length || stored.Length == 0
            ? null
            : new(
                HintNames.Of(type),
                Declarations.NamespaceOf(type),
                Declarations.PathOf(type),
                Declarations.IsPublic(type),
                features.ToEquatableArray(),
                media.ToEquatableArray(),
                properties
                    .Where(property => !property.IsFeature || dropped.Contains(property))
                    .Select(property => new IgnoredMember(property.Property.Name, property.Parameter?.Name, property.IsInitialized, property.Reach))
                    .Concat(HiddenState.Of(type))
                    .ToEquatableArray())
            {
                RowKey = key,
                IsFaulty = findings.AnyError,
                ClassSuffix = GeneratedNames.SuffixOf(type),
                MembersSuffix = GeneratedNames.MembersSuffixOf(type),
                ReasonsSuffix = GeneratedNames.ReasonsSuffixOf(type),
                IsObsolete = Declarations.SelfAndContaining(type).Any(Obsolescence.IsError),
                Silenced = Obsolescence.IdsOf(type, stored.Select(property => property.Property)).ToEquatableArray(),
            };
    }
}
