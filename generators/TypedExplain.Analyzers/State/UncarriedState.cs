using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.State;

/// <summary>TEX0018: what a record holds and no row carries, so that a model of neighbors would read a default in its place.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncarriedState() : UsageAnalyzer(UsageDescriptors.UncarriedState)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        INamedTypeSymbol annotation = library.Type("FeatureRecordAttribute")!, seam = library.Type("IFeatureRecord`1")!;
        context.RegisterSymbolAction(symbol => Check(symbol, annotation, seam), SymbolKind.NamedType);
    }

    private void Check(SymbolAnalysisContext context, INamedTypeSymbol annotation, INamedTypeSymbol seam)
    {
        INamedTypeSymbol record = (INamedTypeSymbol)context.Symbol;
        if (record.GetAttributes().FirstOrDefault(attribute => Symbols.Same(attribute.AttributeClass, annotation)) is not { } mark
            || Carried.By(record, seam, context.CancellationToken) is not { } carried)
        {
            return;
        }

        Loss loss = new(record, carried, seam, context.Compilation, context.CancellationToken);
        foreach (INamedTypeSymbol type in record.AndBases().TakeWhile(type => !type.DeclaringSyntaxReferences.IsEmpty))
        {
            foreach (ISymbol member in Members(type))
            {
                string? reason = Loss.IsLeftOut(member, record) ? null : member switch
                {
                    IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => Loss.IsLeftOut(property, record) ? null : loss.Of(property, isAutomatic: true),
                    IFieldSymbol { AssociatedSymbol: null } field => loss.Of(field),
                    IPropertySymbol property => loss.Of(property, isAutomatic: false),
                    IParameterSymbol parameter => loss.Of(parameter),
                    _ => null,
                };
                ISymbol named = member is IFieldSymbol { AssociatedSymbol: { } owner } ? owner : member;
                if (reason is not null)
                    context.ReportDiagnostic(At(PlaceOf(named, mark, context.CancellationToken), record.Name, named.Name, reason));
            }
        }
    }

    /// <summary>What may hold state: fields with those behind properties, properties that can be set, captured parameters.</summary>
    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        HashSet<ISymbol?> backed = new(type.GetMembers().OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol), SymbolEqualityComparer.Default);
        foreach (ISymbol member in type.GetMembers().Where(member => !member.IsStatic))
        {
            if (member is IFieldSymbol { IsConst: false } field && (!field.IsImplicitlyDeclared || field.AssociatedSymbol is IPropertySymbol))
                yield return field;
            else if (member is IPropertySymbol { IsIndexer: false, GetMethod: not null, SetMethod: not null, DeclaredAccessibility: Accessibility.Public } property && !backed.Contains(property))
                yield return property;
        }

        if (type.IsRecord)
            yield break;
        foreach (IParameterSymbol parameter in type.InstanceConstructors
            .Where(constructor => constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax() is TypeDeclarationSyntax))
            .SelectMany(constructor => constructor.Parameters))
        {
            yield return parameter;
        }
    }

    /// <summary>Where a member is named; what another generator adds is told where the record is annotated.</summary>
    private static Location PlaceOf(ISymbol member, AttributeData mark, CancellationToken cancellation)
    {
        Location place = member.Locations[0];
        bool isGenerated = place.SourceTree is not { FilePath: var path } || path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
        return isGenerated && mark.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? declaration.Identifier.GetLocation()
            : place;
    }
}
