using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>
/// Reads what a feature means from its documentation comment, from the text itself: a compiler that writes no
/// documentation does not parse it.
/// </summary>
internal sealed class DocComments
{
    private readonly Dictionary<SyntaxNode, XElement?> _ofTypes = [];

    /// <summary>The summary of a property, or the description of a positional parameter; null where there is none.</summary>
    public string? Of(StoredProperty stored, CancellationToken cancellation)
    {
        SyntaxNode syntax = stored.Property.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (syntax is not ParameterSyntax)
            return Text(Comment(syntax)?.Element("summary"));

        TypeDeclarationSyntax? type = syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return type is null ? null : Text(OfType(type)?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == stored.Property.Name));
    }

    /// <summary>The comment of a type, which speaks of all its parameters and is read once for them.</summary>
    private XElement? OfType(TypeDeclarationSyntax type)
    {
        if (!_ofTypes.TryGetValue(type, out XElement? comment))
            _ofTypes.Add(type, comment = Comment(type));
        return comment;
    }

    private static XElement? Comment(SyntaxNode declaration)
    {
        IEnumerable<string> lines = declaration.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3));
        try
        {
            return XElement.Parse("<comment>" + string.Join("\n", lines) + "</comment>");
        }
        catch (XmlException)
        {
            // The compiler reports a comment that is no XML.
            return null;
        }
    }

    /// <summary>The text in one line, with the names that references point to.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        string text = string.Concat(element.DescendantNodes().Select(node => node switch
        {
            XText words => words.Value,
            XElement { IsEmpty: true } reference => Name(reference),
            _ => "",
        }));
        text = string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length == 0 ? null : text;
    }

    private static string Name(XElement reference)
    {
        string name = (string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword") ?? "";
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
