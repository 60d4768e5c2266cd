using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.State;

/// <summary>Where code changes or reads one member; names are compared first, since to bind them takes much longer.</summary>
/// <param name="symbol">A field, a property or a parameter that became a field.</param>
/// <param name="isMutable">Whether what it holds can be changed by a call.</param>
/// <param name="compilation">The compilation that binds the names.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class Uses(ISymbol symbol, bool isMutable, Compilation compilation, CancellationToken cancellation)
{
    private static readonly string[] s_changing =
    [
        "Add", "AddRange", "Append", "Clear", "Dequeue", "Enqueue", "Insert", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "TryAdd", "TryDequeue", "TryPop", "TryRemove",
    ];

    /// <summary>Whether code gives the member a value that was not there, other than a cache of what can be computed.</summary>
    public bool AreChangedIn(SyntaxNode code) => In(code).Any(name => IsChange(name) && !IsCached(name));

    public bool AreIn(SyntaxNode code) => In(code).Any();

    private IEnumerable<SimpleNameSyntax> In(SyntaxNode code) => code.DescendantNodes().OfType<SimpleNameSyntax>()
        .Where(name => name.Identifier.ValueText == symbol.Name && Symbols.Same(SymbolOf(name)?.OriginalDefinition, symbol.OriginalDefinition));

    private ISymbol? SymbolOf(SimpleNameSyntax name) =>
#pragma warning disable RS1030 // Names of one type are bound, where a name is the right one, and not files.
        compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol;
#pragma warning restore RS1030

    /// <summary>Whether the member, or what it holds, is assigned, counted up, handed on by reference, or told to do something.</summary>
    private bool IsChange(SimpleNameSyntax name)
    {
        SyntaxNode target = name;
        while (target.Parent is MemberAccessExpressionSyntax access && access.Name == target)
            target = access;
        bool isElement = false;
        while (true)
        {
            switch (target.Parent)
            {
                case ElementAccessExpressionSyntax element when element.Expression == target:
                case MemberAccessExpressionSyntax { Parent: not InvocationExpressionSyntax } inner when inner.Expression == target:
                    isElement = true;
                    break;
                case ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                case ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax } }:
                case TupleExpressionSyntax:
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } call when call.Expression == target:
                    return isMutable && (s_changing.Contains(call.Name.Identifier.ValueText) || invocation.Parent is ExpressionStatementSyntax);
                case ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax, Parent: ExpressionStatementSyntax } call when call.Expression == target:
                    return isMutable;
                case AssignmentExpressionSyntax assignment:
                    return assignment.Left == target && !assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression);
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }:
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }:
                case RefExpressionSyntax:
                    return true;
                case ArgumentSyntax argument:
                    return !isElement && argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword;
                default:
                    return false;
            }

            target = target.Parent;
        }
    }

    /// <summary>Whether a value is only filled in where there is none: what an <c>if</c> asks the member about, the member can be computed from.</summary>
    private bool IsCached(SimpleNameSyntax name) => name.Ancestors().Any(node => node switch
    {
        IfStatementSyntax check => !check.Condition.Contains(name) && Asks(check.Condition),
        ConditionalExpressionSyntax check => !check.Condition.Contains(name) && Asks(check.Condition),
        _ => false,
    });

    private bool Asks(ExpressionSyntax condition) => In(condition.Parent!).Any(condition.Contains);
}
