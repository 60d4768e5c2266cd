using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers;

/// <summary>The packages as one compilation refers to them: the core, and those that build on it.</summary>
internal sealed class Library
{
    private const string Name = "TypedExplain";

    private readonly Compilation _compilation;
    private readonly IAssemblySymbol[] _assemblies;

    private Library(Compilation compilation, IAssemblySymbol core)
    {
        _compilation = compilation;
        _assemblies =
        [
            core,
            .. compilation.SourceModule.ReferencedAssemblySymbols.Where(assembly => !Symbols.Same(assembly, core) && assembly.Name.StartsWith(Name + ".", StringComparison.Ordinal)),
        ];
    }

    public static Library? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TypedExplain.Feature`1") is { } feature ? new(compilation, feature.ContainingAssembly) : null;

    /// <summary>A type of the packages by its metadata name in the namespace; null where no package of the project has it.</summary>
    public INamedTypeSymbol? Type(string name) =>
        _assemblies.Select(assembly => assembly.GetTypeByMetadataName(Name + "." + name)).FirstOrDefault(type => type is not null);

    /// <summary>A type of the framework by its full metadata name.</summary>
    public INamedTypeSymbol? Framework(string name) => _compilation.GetTypeByMetadataName(name);

    /// <summary>Whether a symbol is declared in a package.</summary>
    public bool Owns(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && Array.Exists(_assemblies, package => Symbols.Same(package, assembly));
}
