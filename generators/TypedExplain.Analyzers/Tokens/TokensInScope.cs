using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Tokens;

/// <summary>Tokens that the methods and lambdas around a place were given.</summary>
internal static class TokensInScope
{
    /// <summary>The token of the nearest method around that has one and lets it in; null where none does.</summary>
    public static IParameterSymbol? At(IOperation place, ISymbol member, INamedTypeSymbol token)
    {
        for (IOperation? at = place.Parent; at is not null; at = at.Parent)
        {
            IMethodSymbol? around = at switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (around is null)
                continue;
            if (In(around, token) is { } own)
                return own;
            if (around.IsStatic)
                return null;
        }

        return member is IMethodSymbol method ? In(method, token) : null;
    }

    private static IParameterSymbol? In(IMethodSymbol method, INamedTypeSymbol token) =>
        method.Parameters.FirstOrDefault(parameter => parameter.RefKind == RefKind.None && parameter.Name != "_" && parameter.Type.Is(token));
}
