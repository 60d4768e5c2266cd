using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Features;

/// <summary>TEX0201: the compiler says that the types differ; this says of which records they are and what to write instead.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FeatureOfAnotherRecord() : UsageAnalyzer(UsageDescriptors.FeatureOfAnotherRecord)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        INamedTypeSymbol feature = library.Type("Feature`1")!;
        Remedy remedy = new(library);
        context.RegisterOperationAction(operation => Check(operation, feature, remedy), OperationKind.Invalid);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol feature, Remedy remedy)
    {
        if (context.Operation is not { Syntax: { } call, SemanticModel: { } model } || ArgumentsOf(call) is not { } arguments)
            return;

        foreach (ArgumentSyntax argument in arguments.Arguments)
        {
            if (model.GetTypeInfo(argument.Expression, context.CancellationToken).Type.RecordOf(feature) is not { } given)
                continue;

            (ISymbol Member, ITypeSymbol Record)[] wanted =
            [
                .. from member in model.GetSymbolInfo(call, context.CancellationToken).CandidateSymbols
                   let record = ParameterOf(member, argument, arguments).RecordOf(feature)
                   where record is not null && !IsOpen(record, member)
                   select (member, record),
            ];
            if (wanted.Length == 0 || wanted.Any(candidate => Symbols.Same(candidate.Record, given)))
                continue;
            Misuse misuse = new(call, argument.Expression, given, wanted[0].Record, wanted[0].Member, model);
            context.ReportDiagnostic(At(argument.Expression, Text.Of(argument.Expression), given.Shown(), misuse.Wanted.Shown(), remedy.For(misuse)));
        }
    }

    private static BaseArgumentListSyntax? ArgumentsOf(SyntaxNode call) => call switch
    {
        ElementAccessExpressionSyntax element => element.ArgumentList,
        ElementBindingExpressionSyntax element => element.ArgumentList,
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    /// <summary>The type that a candidate has where an argument stands, an element's where it takes a list of them.</summary>
    private static ITypeSymbol? ParameterOf(ISymbol member, ArgumentSyntax argument, BaseArgumentListSyntax arguments)
    {
        IReadOnlyList<IParameterSymbol> parameters = member switch
        {
            IMethodSymbol method => method.Parameters,
            IPropertySymbol indexer => indexer.Parameters,
            _ => Array.Empty<IParameterSymbol>(),
        };
        int position = arguments.Arguments.IndexOf(argument);
        IParameterSymbol? parameter = argument.NameColon?.Name.Identifier.ValueText is { } name
            ? parameters.FirstOrDefault(parameter => parameter.Name == name)
            : position < parameters.Count ? parameters[position] : parameters.LastOrDefault(parameter => parameter.IsParams);
        return parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter?.Type;
    }

    /// <summary>Whether a candidate would take a feature of any record.</summary>
    private static bool IsOpen(ITypeSymbol record, ISymbol member) =>
        record is ITypeParameterSymbol { DeclaringMethod: { } method } && Symbols.Same(method, member.OriginalDefinition);
}
