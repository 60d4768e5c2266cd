using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>The places of one document that diagnostics point at.</summary>
internal sealed class DocumentPlaces
{
    private readonly Document _document;

    private DocumentPlaces(Document document, SourceText text, SemanticModel model, ImmutableArray<(SyntaxNode Node, Diagnostic Diagnostic)> found, CancellationToken cancellation) =>
        (_document, Text, Model, Found, Cancellation) = (document, text, model, found, cancellation);

    /// <summary>The place of each diagnostic, and the diagnostic.</summary>
    public ImmutableArray<(SyntaxNode Node, Diagnostic Diagnostic)> Found { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The way the document ends its lines.</summary>
    public string LineEnd => Text.Lines[0] is { } line && line.EndIncludingLineBreak > line.End
        ? Text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
        : "\n";

    public static async Task<DocumentPlaces> FindAsync(Document document, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        SourceText text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        SemanticModel model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
        SyntaxNode root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);

        // A generator's diagnostic knows its file by name only, so the place is found by its span.
        return new(document, text, model, [.. diagnostics.Select(diagnostic => (root.FindNode(diagnostic.Location.SourceSpan), diagnostic))], cancellation);
    }

    /// <summary>The nearest node of a kind around each place that has one.</summary>
    public IEnumerable<T> Around<T>(Func<T, bool>? kind = null)
        where T : SyntaxNode => Found.Select(found => found.Node.FirstAncestorOrSelf(kind)).OfType<T>().Distinct();

    public Document Apply(IEnumerable<TextChange> changes) =>
        _document.WithText(Text.WithChanges(changes.Distinct().OrderBy(change => change.Span.Start)));
}
