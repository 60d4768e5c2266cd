using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.State;

/// <summary>The code of a type by what it may mean for the type's state.</summary>
internal static class Bodies
{
    /// <summary>The bodies of a type, those of types inside it among the methods.</summary>
    public static IEnumerable<Body> Of(INamedTypeSymbol type, CancellationToken cancellation) =>
        from part in type.DeclaringSyntaxReferences
        let declaration = part.GetSyntax(cancellation) as TypeDeclarationSyntax
        where declaration is not null
        from member in declaration.Members
        from body in Of(member)
        select body;

    private static IEnumerable<Body> Of(MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BasePropertyDeclarationSyntax and not EventDeclarationSyntax:
                if (((member as PropertyDeclarationSyntax)?.ExpressionBody ?? (member as IndexerDeclarationSyntax)?.ExpressionBody) is { } value)
                    yield return new(BodyKind.Getter, member, value);
                foreach (AccessorDeclarationSyntax accessor in ((BasePropertyDeclarationSyntax)member).AccessorList?.Accessors ?? [])
                    yield return new(accessor.IsKind(SyntaxKind.GetAccessorDeclaration) ? BodyKind.Getter : BodyKind.Setter, member, accessor);
                break;
            case ConstructorDeclarationSyntax:
                yield return new(BodyKind.Constructor, member, member);
                break;
            case FieldDeclarationSyntax or EventDeclarationSyntax or EventFieldDeclarationSyntax or DestructorDeclarationSyntax or DelegateDeclarationSyntax or EnumDeclarationSyntax:
                break;
            default:
                yield return new(BodyKind.Method, member, member);
                break;
        }
    }
}

/// <summary>A piece of code.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Member">The member that it is a part of.</param>
/// <param name="Code">The code.</param>
internal sealed record Body(BodyKind Kind, MemberDeclarationSyntax Member, SyntaxNode Code);

/// <summary>What code is of.</summary>
internal enum BodyKind
{
    Getter,
    Setter,
    Constructor,
    Method,
}
