using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0304, TEX0305, TEX0307, TEX0308 and TEX0309: writes the parameters of a positional record from the model that it differs from.</summary>
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

    /// <summary>Offers the fix where every parameter that stays is one of the record's own.</summary>
    /// <param name="context">The diagnostic and its document.</param>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<RecordDeclarationSyntax>() is not { ParameterList: { } list } record
            || !diagnostic.Properties.TryGetValue(Key, out string? parameters) || string.IsNullOrEmpty(parameters)
            || Written(list, parameters!.Split('\n')) is not { } written)
        {
            return;
        }

        SourceText text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        Document changed = context.Document.WithText(text.WithChanges(new TextChange(list.Span, written)));
        context.RegisterCodeFix(CodeAction.Create($"Write '{record.Identifier.ValueText}' from the model", _ => Task.FromResult(changed), equivalenceKey: nameof(WriteRecord)), diagnostic);
    }

    /// <summary>The new list, each parameter on a line of its own where the old ones were; null where one is written elsewhere.</summary>
    private static string? Written(ParameterListSyntax list, string[] parameters)
    {
        Dictionary<string, string> own = list.Parameters.ToDictionary(parameter => parameter.Identifier.ValueText, parameter => parameter.ToString());
        string[] kept = [.. parameters.Where(parameter => !parameter.StartsWith("+", StringComparison.Ordinal))];
        if (!kept.All(own.ContainsKey))
            return null;
        string? line = list.Parameters.Count > 0 && list.OpenParenToken.TrailingTrivia.ToFullString().Contains('\n')
            ? list.OpenParenToken.TrailingTrivia.ToFullString() + list.Parameters[0].GetLeadingTrivia().ToFullString()
            : null;
        return "(" + line + string.Join("," + (line ?? " "), parameters.Select(parameter => own.TryGetValue(parameter, out string? known) ? known : parameter.Substring(1))) + ")";
    }
}
