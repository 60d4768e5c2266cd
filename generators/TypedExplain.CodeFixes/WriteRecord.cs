using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.CodeFixes;

/// <summary>
/// TEX0304, TEX0305, TEX0307, TEX0308 and TEX0309: makes a record fit the model that it differs from. Only what differs
/// is written: a type, a length, the names of categories, a parameter that is missing. What the model does not take is
/// left out of the features and stays in the record.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteRecord))]
[Shared]
public sealed class WriteRecord : CodeFixProvider
{
    // The generator's RecordFromModel says what stands under it.
    private const string Key = "Parameters";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0304", "TEX0305", "TEX0307", "TEX0308", "TEX0309"];

    /// <summary>None: the fix of one mismatch is the fix of all that its record has.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <summary>Offers the fix where all that differs is declared in this document.</summary>
    /// <param name="context">The diagnostic and its document.</param>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        DocumentPlaces places = await DocumentPlaces.FindAsync(context.Document, [diagnostic], context.CancellationToken).ConfigureAwait(false);
        if (places.Around<TypeDeclarationSyntax>().FirstOrDefault() is not { } record
            || !diagnostic.Properties.TryGetValue(Key, out string? parameters) || string.IsNullOrEmpty(parameters)
            || RecordChanges.Of(record, parameters!.Split('\n'), places) is not { Count: > 0 } changes)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create($"Write '{record.Identifier.ValueText}' from the model", _ => Task.FromResult(places.Apply(changes)), equivalenceKey: nameof(WriteRecord)),
            diagnostic);
    }
}
