using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>Annotations of a property or a positional parameter, as they are written.</summary>
internal static class Annotation
{
    /// <summary>Writes an annotation behind those there are, laid out as they are, or on a line of its own before a member.</summary>
    public static TextChange Add(SyntaxNode declaration, string annotation, DocumentPlaces places)
    {
        AttributeListSyntax? last = declaration.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        int start = last?.GetLastToken().GetNextToken().SpanStart ?? declaration.SpanStart;
        bool ownLine = Layout.IsFirstOnLine(start, places.Text) && (last is not null || declaration is not ParameterSyntax);
        string gap = ownLine ? places.LineEnd + Layout.IndentationOf(start, places.Text) : " ";
        return new(new(start, 0), annotation + gap);
    }

    /// <summary>Leaves a property out of the schema, with the using directive that the annotation needs.</summary>
    public static IEnumerable<TextChange> AddNotAFeature(SyntaxNode declaration, DocumentPlaces places)
    {
        ImmutableArray<ISymbol> known = places.Model.LookupNamespacesAndTypes(declaration.SpanStart, name: "NotAFeatureAttribute");
        bool isTaken = known.Any(symbol => symbol.ToDisplayString() != "TypedExplain.NotAFeatureAttribute");
        yield return Add(declaration, isTaken ? "[global::TypedExplain.NotAFeature]" : "[NotAFeature]", places);
        if (known.IsEmpty)
            yield return UsingDirective.Add("TypedExplain", declaration, places);
    }

    /// <summary>The annotation of a name, with or without its namespace and its ending.</summary>
    public static AttributeSyntax? Find(SyntaxNode declaration, string name) => declaration.ChildNodes().OfType<AttributeListSyntax>()
        .SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => NameOf(attribute) == name);

    /// <summary>The name of an annotation without its namespace and its ending.</summary>
    public static string NameOf(AttributeSyntax attribute)
    {
        const string ending = "Attribute";
        string name = attribute.Name is SimpleNameSyntax simple ? simple.Identifier.ValueText : ((attribute.Name as QualifiedNameSyntax)?.Right ?? ((AliasQualifiedNameSyntax)attribute.Name).Name).Identifier.ValueText;
        return name.EndsWith(ending, StringComparison.Ordinal) ? name.Substring(0, name.Length - ending.Length) : name;
    }
}
