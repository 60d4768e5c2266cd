using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers;

/// <summary>
/// The calls of one member, and what was said of them. Two calls may share a mistake, such as an option of the object that both are
/// given: it is told once, where it is made, or at each call where that is in another member.
/// </summary>
internal sealed class CallsOfMember(OperationBlockAnalysisContext context)
{
    private readonly HashSet<(Location, string)> _told = [];

    public CancellationToken Cancellation => context.CancellationToken;

    /// <summary>All calls, those in lambdas and local functions too.</summary>
    public IEnumerable<IInvocationOperation> All => context.OperationBlocks.SelectMany(block => block.DescendantsAndSelf()).OfType<IInvocationOperation>();

    /// <summary>Where a mistake is pointed at: where it is made if that is in this member, or else at the call.</summary>
    /// <param name="made">Where it is made; null where nothing is written of it.</param>
    /// <param name="otherwise">The place at the call.</param>
    public SyntaxNode Place(SyntaxNode? made, SyntaxNode otherwise) =>
        made is not null && context.OperationBlocks.Any(block => block.Syntax.SyntaxTree == made.SyntaxTree && block.Syntax.FullSpan.Contains(made.FullSpan)) ? made : otherwise;

    /// <summary>Reports what was not reported before.</summary>
    public void Tell(Diagnostic diagnostic)
    {
        if (_told.Add((diagnostic.Location, diagnostic.GetMessage())))
            context.ReportDiagnostic(diagnostic);
    }
}
