using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>What of a record's text changes so that it fits a model.</summary>
internal static class RecordChanges
{
    /// <summary>The changes; null where something that differs is declared elsewhere.</summary>
    /// <param name="record">A declaration of the record.</param>
    /// <param name="lines">For each property that the model takes its name, or what to declare after a "+".</param>
    /// <param name="places">The document.</param>
    public static List<TextChange>? Of(TypeDeclarationSyntax record, string[] lines, DocumentPlaces places)
    {
        INamedTypeSymbol symbol = places.Model.GetDeclaredSymbol(record, places.Cancellation)!;
        List<TextChange> changes = [];
        List<ParameterSyntax> missing = [];
        HashSet<string> taken = [];
        foreach (string line in lines)
        {
            if (!line.StartsWith("+", StringComparison.Ordinal))
            {
                taken.Add(line);
                continue;
            }

            ParameterSyntax wanted = SyntaxFactory.ParseParameterList($"({line.Substring(1)})").Parameters[0];
            taken.Add(wanted.Identifier.ValueText);
            if (!Inherited(symbol, wanted.Identifier.ValueText).Any())
                missing.Add(wanted);
            else if (DeclarationOf(symbol, wanted.Identifier.ValueText, places) is { } own)
                changes.AddRange(DeclarationChanges.Of(own, wanted, places));
            else
                return null;
        }

        foreach (IPropertySymbol property in symbol.GetMembers().OfType<IPropertySymbol>().Where(property => !taken.Contains(property.Name)))
        {
            // A protected property stays a feature, since audits need it: the model's class lists it in Unused.
            if (DeclarationOf(symbol, property.Name, places) is { } own && HoldsValue(own) && Annotation.Find(own, "Protected") is null)
                changes.AddRange(Annotation.AddNotAFeature(own, places));
        }

        if (missing.Count == 0)
            return changes;
        if (record.ParameterList is not { } list)
            return null;
        changes.AddRange(NewParameters.In(list, missing, places));
        return changes;
    }

    private static IEnumerable<ISymbol> Inherited(INamedTypeSymbol symbol, string name)
    {
        for (INamedTypeSymbol? at = symbol; at is not null; at = at.BaseType)
        {
            foreach (ISymbol member in at.GetMembers(name))
                yield return member;
        }
    }

    /// <summary>The parameter or property of a name in this document.</summary>
    private static SyntaxNode? DeclarationOf(INamedTypeSymbol symbol, string name, DocumentPlaces places) => symbol.GetMembers(name)
        .SelectMany(member => member.DeclaringSyntaxReferences)
        .Where(reference => reference.SyntaxTree == places.Model.SyntaxTree)
        .Select(reference => reference.GetSyntax(places.Cancellation))
        .FirstOrDefault(node => node is ParameterSyntax or PropertyDeclarationSyntax);

    private static bool HoldsValue(SyntaxNode declaration) => declaration is ParameterSyntax
        || (declaration is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } property
            && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
            && accessors.Count == 2 && accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null));
}
