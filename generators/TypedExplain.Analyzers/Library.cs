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

    /// <summary>A type of the packages by its metadata name in their public namespaces; null where no package of the project has it.</summary>
    public INamedTypeSymbol? Type(string name) =>
        (from assembly in _assemblies
         from space in Spaces(assembly)
         select assembly.GetTypeByMetadataName(space + "." + name)).FirstOrDefault(type => type is not null);

    /// <summary>A type of the framework by its full metadata name.</summary>
    public INamedTypeSymbol? Framework(string name) => _compilation.GetTypeByMetadataName(name);

    /// <summary>The namespace that a package is named after, and that of texts and images.</summary>
    private static string[] Spaces(IAssemblySymbol assembly) => [assembly.Name, Name + ".Media"];

    /// <summary>Whether a symbol is declared in a package.</summary>
    public bool Owns(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly && Array.Exists(_assemblies, package => Symbols.Same(package, assembly));
}
