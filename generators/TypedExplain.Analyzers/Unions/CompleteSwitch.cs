using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedExplain.Analyzers.Unions;

/// <summary>
/// Takes back CS8509 and CS8846, "not exhaustive", where every case of a closed union has an arm of its own: the compiler
/// does not know that there are no others.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompleteSwitch : DiagnosticSuppressor
{
    private const string Why = "Every case of the closed union has an arm";

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(new SuppressionDescriptor("TEX0223", "CS8509", Why), new SuppressionDescriptor("TEX0224", "CS8846", Why));

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        ClosedUnions unions = new();
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (IsComplete(diagnostic, context, unions))
                context.ReportSuppression(Suppression.Create(SupportedSuppressions.First(suppression => suppression.SuppressedDiagnosticId == diagnostic.Id), diagnostic));
        }
    }

    private static bool IsComplete(Diagnostic diagnostic, SuppressionAnalysisContext context, ClosedUnions unions)
    {
        if (diagnostic.Location.SourceTree is not { } tree
            || tree.GetRoot(context.CancellationToken).FindToken(diagnostic.Location.SourceSpan.Start).Parent is not SwitchExpressionSyntax syntax)
        {
            return false;
        }

        SemanticModel model = context.GetSemanticModel(tree);
        return UnionSwitch.Of(model.GetOperation(syntax, context.CancellationToken), unions) is { } all
            && all.Cases.All(definition => all.Of(definition) == Coverage.All)
            && (all.MatchesNull || model.GetTypeInfo(syntax.GoverningExpression, context.CancellationToken).Nullability.FlowState != NullableFlowState.MaybeNull);
    }
}
