using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0208: gives a call the token at hand, by position where that is its place and by name where it is not.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassToken))]
[Shared]
public sealed class PassToken : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0208"];

    private protected override string Title(DocumentPlaces places) => "Pass the token";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from call in places.Around<InvocationExpressionSyntax>()
        let method = MethodOf(call, places)
        let parameter = method?.Parameters.LastOrDefault(IsToken)
        let token = parameter is null ? null : AtHand(call, places)
        where token is not null
        select Argument(call.ArgumentList, method!.Parameters.IndexOf(parameter!), parameter!.Name, token);

    private static IMethodSymbol? MethodOf(InvocationExpressionSyntax call, DocumentPlaces places) =>
        places.Model.GetSymbolInfo(call, places.Cancellation) is var found ? (found.Symbol ?? found.CandidateSymbols.FirstOrDefault()) as IMethodSymbol : null;

    private static TextChange Argument(ArgumentListSyntax list, int position, string parameter, string token)
    {
        bool isNext = list.Arguments.Count == position && list.Arguments.All(argument => argument.NameColon is null);
        string separator = list.Arguments.Count == 0 ? "" : ", ";
        return new(new(list.CloseParenToken.SpanStart, 0), $"{separator}{(isNext ? "" : parameter + ": ")}{token}");
    }

    /// <summary>The nearest token of the methods around, as the analyzer finds it.</summary>
    private static string? AtHand(SyntaxNode call, DocumentPlaces places) => call.Ancestors()
        .Select(around => around is AnonymousFunctionExpressionSyntax
            ? places.Model.GetSymbolInfo(around, places.Cancellation).Symbol as IMethodSymbol
            : places.Model.GetDeclaredSymbol(around, places.Cancellation) as IMethodSymbol)
        .SelectMany(method => method?.Parameters ?? [])
        .FirstOrDefault(parameter => IsToken(parameter) && parameter.Name != "_" && parameter.RefKind == RefKind.None) is { } token
            ? Escaped(token.Name)
            : null;

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.ToDisplayString() == "System.Threading.CancellationToken";
}
