using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.Features;

/// <summary>A feature that was given where one of another record is wanted.</summary>
/// <param name="Call">The call or element access.</param>
/// <param name="Feature">The feature, as written.</param>
/// <param name="Given">The record that it belongs to.</param>
/// <param name="Wanted">The record whose feature is wanted.</param>
/// <param name="Member">What is called.</param>
/// <param name="Model">The meaning of the file.</param>
internal sealed record Misuse(SyntaxNode Call, ExpressionSyntax Feature, ITypeSymbol Given, ITypeSymbol Wanted, ISymbol Member, SemanticModel Model);
