using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0121: adds a reason for the values that have none. Its code and text are blank, which is an error until the author states them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddReason))]
[Shared]
public sealed class AddReason : TextFix
{
    // The generator's ReasonCoverage says what is lacking under it.
    private const string Key = "Reason";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0121"];

    private protected override string Title(DocumentPlaces places) => "Add [Reason]";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from found in places.Found
        where found.Diagnostic.Properties.ContainsKey(Key)
        let declaration = found.Node.FirstAncestorOrSelf<SyntaxNode>(node => node is ParameterSyntax or PropertyDeclarationSyntax)
        where declaration is not null
        select Annotation.Add(declaration, found.Diagnostic.Properties[Key]!, places);
}
