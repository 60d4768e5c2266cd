using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>A fix that is a few changes to the text of a document, so that all else stays as it was written.</summary>
public abstract class TextFix : CodeFixProvider
{
    /// <summary>Fixes all of a document at once, so that changes to the same place are seen together.</summary>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        DocumentPlaces places = await DocumentPlaces.FindAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false);
        return places.Apply(Change(places));
    });

    /// <summary>Offers the fix, unless it has nothing to change.</summary>
    /// <param name="context">The diagnostic and its document.</param>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentPlaces places = await DocumentPlaces.FindAsync(context.Document, context.Diagnostics, context.CancellationToken).ConfigureAwait(false);
        ImmutableArray<TextChange> changes = [.. Change(places)];
        if (changes.IsEmpty)
            return;

        context.RegisterCodeFix(
            CodeAction.Create(Title(places), _ => Task.FromResult(places.Apply(changes)), equivalenceKey: GetType().Name),
            context.Diagnostics);
    }

    /// <summary>What the fix does, as a menu states it; asked only where the fix has something to change.</summary>
    private protected abstract string Title(DocumentPlaces places);

    /// <summary>The changes that fix every place; the same change may come twice.</summary>
    private protected abstract IEnumerable<TextChange> Change(DocumentPlaces places);
}
