using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0002, TEX0010, TEX0011, TEX0012 and TEX0018: says of a member that no column carries that it is no feature.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOut))]
[Shared]
public sealed class LeaveOut : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0002", "TEX0010", "TEX0011", "TEX0012", "TEX0018"];

    private protected override string Title(DocumentPlaces places)
    {
        SyntaxToken name = Declarations(places).First() switch
        {
            ParameterSyntax parameter => parameter.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            var field => ((FieldDeclarationSyntax)field).Declaration.Variables[0].Identifier,
        };
        return $"Leave '{name.ValueText}' out of the features";
    }

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places)
    {
        foreach (SyntaxNode declaration in Declarations(places))
        {
            ImmutableArray<ISymbol> known = places.Model.LookupNamespacesAndTypes(declaration.SpanStart, name: "NotAFeatureAttribute");
            bool isTaken = known.Any(symbol => symbol.ToDisplayString() != "TypedExplain.NotAFeatureAttribute");
            yield return Annotate(declaration, isTaken ? "[global::TypedExplain.NotAFeature]" : "[NotAFeature]", places);
            if (known.IsEmpty)
                yield return UsingDirective.Add("TypedExplain", declaration, places);
        }
    }

    private static IEnumerable<SyntaxNode> Declarations(DocumentPlaces places) =>
        places.Around<SyntaxNode>(node => node is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax);

    /// <summary>Writes the annotation behind those there are, laid out as they are, or on a line of its own before a property.</summary>
    private static TextChange Annotate(SyntaxNode declaration, string annotation, DocumentPlaces places)
    {
        AttributeListSyntax? last = declaration.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        int start = last?.GetLastToken().GetNextToken().SpanStart ?? declaration.SpanStart;
        bool ownLine = Layout.IsFirstOnLine(start, places.Text) && (last is not null || declaration is not ParameterSyntax);
        string gap = ownLine ? places.LineEnd + Layout.IndentationOf(start, places.Text) : " ";
        return new(new(start, 0), annotation + gap);
    }
}
