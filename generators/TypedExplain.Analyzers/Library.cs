using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers;

/// <summary>The package as one compilation refers to it.</summary>
internal sealed class Library
{
    private readonly Compilation _compilation;
    private readonly IAssemblySymbol _assembly;

    private Library(Compilation compilation, IAssemblySymbol assembly) => (_compilation, _assembly) = (compilation, assembly);

    public static Library? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TypedExplain.Feature`1") is { } feature ? new(compilation, feature.ContainingAssembly) : null;

    /// <summary>A type of the package by its metadata name in the namespace; null where this version has none.</summary>
    public INamedTypeSymbol? Type(string name) => _assembly.GetTypeByMetadataName("TypedExplain." + name);

    /// <summary>A type of the framework by its full metadata name.</summary>
    public INamedTypeSymbol? Framework(string name) => _compilation.GetTypeByMetadataName(name);

    /// <summary>Whether a symbol is declared in the package.</summary>
    public bool Owns(ISymbol? symbol) => Symbols.Same(symbol?.ContainingAssembly, _assembly);
}
