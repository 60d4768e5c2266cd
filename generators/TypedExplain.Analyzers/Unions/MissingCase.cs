using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Unions;

/// <summary>
/// TEX0220: a switch over a closed union has no arm for one of its cases, so that an expression throws and a statement
/// does nothing. A case that has an arm under a condition is left to the compiler.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingCase() : UsageAnalyzer(UsageDescriptors.MissingCase)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ClosedUnions unions = new();
        context.RegisterOperationAction(operation => Check(operation, unions), OperationKind.SwitchExpression, OperationKind.Switch);
    }

    private void Check(OperationAnalysisContext context, ClosedUnions unions)
    {
        if (UnionSwitch.Of(context.Operation, unions) is not { } all)
            return;
        INamedTypeSymbol[] missing = [.. all.Cases.Where(definition => all.Of(definition) == Coverage.None)];
        if (missing.Length == 0)
            return;
        ImmutableDictionary<string, string?> cases = ImmutableDictionary<string, string?>.Empty.Add("Cases", string.Join("\n", missing.Select(definition => $"{definition.ContainingNamespace}.{definition.MetadataName}")));
        string words = string.Join(" and ", missing.Select(definition => $"'{ClosedUnions.Shown(definition, all.Union)}'"));
        context.ReportDiagnostic(At(all.Keyword.GetLocation(), cases, Text.Of(all.Value.Syntax), words));
    }
}
