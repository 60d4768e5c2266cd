using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0220: adds an arm for every case that has none; each throws until its author says what to answer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddArms))]
[Shared]
public sealed class AddArms : TextFix
{
    // The analyzer's MissingCase says what stands under it: the metadata names of the cases.
    private const string Key = "Cases";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0220"];

    private protected override string Title(DocumentPlaces places) => "Add the missing arms";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places)
    {
        foreach ((SyntaxNode node, Diagnostic diagnostic) in places.Found)
        {
            if (!diagnostic.Properties.TryGetValue(Key, out string? names) || names is null)
                continue;
            IEnumerable<TextChange> changes = node.FirstAncestorOrSelf<SyntaxNode>(around => around is SwitchExpressionSyntax or SwitchStatementSyntax) switch
            {
                SwitchExpressionSyntax all => Arms(all, [.. Cases(all.GoverningExpression, names, places)], places),
                SwitchStatementSyntax all => Sections(all, [.. Cases(all.Expression, names, places)], places),
                _ => [],
            };
            foreach (TextChange change in changes)
                yield return change;
        }
    }

    /// <summary>The cases as code names them at the place, with the arguments of the union.</summary>
    private static IEnumerable<string> Cases(ExpressionSyntax value, string names, DocumentPlaces places)
    {
        if (places.Model.GetTypeInfo(value, places.Cancellation).Type is not INamedTypeSymbol union)
            yield break;
        foreach (string name in names.Split('\n'))
        {
            if (union.ContainingAssembly.GetTypeByMetadataName(name) is { } found)
                yield return (found.IsGenericType ? found.Construct([.. union.TypeArguments]) : found).ToMinimalDisplayString(places.Model, value.SpanStart);
        }
    }

    private static IEnumerable<TextChange> Arms(SwitchExpressionSyntax all, string[] cases, DocumentPlaces places)
    {
        string thrown = Thrown(all, places);
        SeparatedSyntaxList<SwitchExpressionArmSyntax> arms = all.Arms;
        bool hasComma = arms.Count == 0 || arms.SeparatorCount == arms.Count;
        if (!Layout.IsFirstOnLine(all.CloseBraceToken.SpanStart, places.Text))
        {
            int end = arms.Count == 0 ? all.OpenBraceToken.Span.End : hasComma ? arms.GetSeparator(arms.Count - 1).Span.End : arms.Last().Span.End;
            yield return new(new(end, 0), (hasComma ? " " : ", ") + string.Join(", ", cases.Select(name => $"{name} => {thrown}")));
            yield break;
        }

        if (!hasComma)
            yield return new(new(arms.Last().Span.End, 0), ",");
        yield return Lines(all.CloseBraceToken, arms.FirstOrDefault(), cases.Select(name => $"{name} => {thrown},"), places);
    }

    private static IEnumerable<TextChange> Sections(SwitchStatementSyntax all, string[] cases, DocumentPlaces places)
    {
        string thrown = Thrown(all, places);
        if (Layout.IsFirstOnLine(all.CloseBraceToken.SpanStart, places.Text))
            yield return Lines(all.CloseBraceToken, all.Sections.FirstOrDefault(), cases.SelectMany(name => new[] { $"case {name}:", $"    {thrown};" }), places);
        else
            yield return new(new(all.CloseBraceToken.SpanStart, 0), string.Concat(cases.Select(name => $"case {name}: {thrown}; ")));
    }

    /// <summary>Lines before a closing brace, indented as what stands there.</summary>
    private static TextChange Lines(SyntaxToken brace, SyntaxNode? like, IEnumerable<string> lines, DocumentPlaces places)
    {
        string indentation = like is null ? Layout.IndentationOf(brace.SpanStart, places.Text) + "    " : Layout.IndentationOf(like.SpanStart, places.Text);
        int start = places.Text.Lines.GetLineFromPosition(brace.SpanStart).Start;
        return new(new(start, 0), string.Concat(lines.Select(line => indentation + line + places.LineEnd)));
    }

    private static string Thrown(SyntaxNode place, DocumentPlaces places) =>
        $"throw new {(places.Model.Compilation.GetTypeByMetadataName("System.NotImplementedException")?.ToMinimalDisplayString(places.Model, place.SpanStart) ?? "System.NotImplementedException")}()";
}
