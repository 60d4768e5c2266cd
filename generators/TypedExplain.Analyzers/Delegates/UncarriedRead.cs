using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0225: a model reads what no row carries, so that neighbors do not differ in it and its effect is never seen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncarriedRead() : ModelDelegateAnalyzer(UsageDescriptors.UncarriedRead)
{
    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        if (library.Type("NotAFeatureAttribute") is not { } mark)
            return;
        foreach (IMemberReferenceOperation read in function.Parts.OfType<IMemberReferenceOperation>())
        {
            if (read.Instance?.Type is INamedTypeSymbol type && type.AndBases().Contains(read.Member.ContainingType, SymbolEqualityComparer.Default)
                && IsOf(function.Record, type) && IsLeftOut(read.Member, mark))
            {
                calls.Tell(At(NameOf(read), read.Member.Name, type.Shown()));
            }
        }
    }

    /// <summary>The record itself, or one inside it.</summary>
    private static bool IsOf(ITypeSymbol record, INamedTypeSymbol type) =>
        Symbols.Same(record, type) || record.GetMembers().OfType<IPropertySymbol>().Any(property => Symbols.Same(property.Type, type));

    private static bool IsLeftOut(ISymbol member, INamedTypeSymbol mark) => member switch
    {
        IFieldSymbol { IsStatic: false, IsReadOnly: false, IsConst: false, DeclaredAccessibility: not Accessibility.Private } => true,
        IPropertySymbol { IsStatic: false } property => IsMarked(property, mark) || IsMarkedParameter(property, mark),
        _ => false,
    };

    /// <summary>A property of a positional record is marked at its parameter.</summary>
    private static bool IsMarkedParameter(IPropertySymbol property, INamedTypeSymbol mark) => property.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .Any(parameter => parameter.Name == property.Name && IsMarked(parameter, mark)
            && parameter.DeclaringSyntaxReferences.Any(part => property.DeclaringSyntaxReferences.Any(own => own.SyntaxTree == part.SyntaxTree && own.Span == part.Span)));

    private static bool IsMarked(ISymbol symbol, INamedTypeSymbol mark) => symbol.GetAttributes().Any(attribute => Symbols.Same(attribute.AttributeClass, mark));

    private static SyntaxNode NameOf(IOperation read) => read.Syntax is MemberAccessExpressionSyntax member ? member.Name : read.Syntax;
}
