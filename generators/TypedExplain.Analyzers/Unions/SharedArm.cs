using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Unions;

/// <summary>TEX0221: a switch over a closed union answers a case as it answers the better one, in one arm or in two that are alike.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedArm() : UsageAnalyzer(UsageDescriptors.SharedArm)
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
        foreach (INamedTypeSymbol lesser in all.Cases)
        {
            if (ClosedUnions.BetterThan(lesser) is { } better && PlaceOf(lesser, better, all) is { } place)
                context.ReportDiagnostic(At(place, Text.Of(place), ClosedUnions.Shown(lesser, all.Union), ClosedUnions.Shown(better, all.Union)));
        }
    }

    /// <summary>What to point at where the two cases are answered alike.</summary>
    private static SyntaxNode? PlaceOf(INamedTypeSymbol lesser, INamedTypeSymbol better, UnionSwitch all)
    {
        UnionArm? ofLesser = all.FirstOf(lesser), ofBetter = all.FirstOf(better);
        if (ofLesser is null || ofBetter is null || ArmBody.IsNoAnswer(ofBetter))
            return null;
        bool isNamed = ofLesser.Naming(lesser) is not null;
        bool isAlike = ofLesser == ofBetter
            ? isNamed || !ArmBody.Looks(ofLesser, all.Value)
            : isNamed && ofBetter.Naming(better) is not null && ArmBody.AreAlike(ofBetter, ofLesser, all.Value);
        return isAlike ? ofLesser.Naming(lesser)?.Syntax ?? ofLesser.Label : null;
    }
}
