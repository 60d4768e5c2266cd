using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedExplain.Analyzers;

/// <summary>An analyzer of how the package is used. It looks at what a user wrote, in projects that have the package.</summary>
public abstract class UsageAnalyzer : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _descriptor;

    private protected UsageAnalyzer(DiagnosticDescriptor descriptor)
    {
        _descriptor = descriptor;
        SupportedDiagnostics = ImmutableArray.Create(descriptor);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Registers what the analyzer looks at.</summary>
    /// <param name="context">What the compiler offers the analyzer.</param>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Library.In(start.Compilation) is { } library)
                Start(start, library);
        });
    }

    /// <summary>Resolves the symbols of one compilation and registers the actions that use them.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context, Library library);

    private protected Diagnostic At(SyntaxNode place, params string[] arguments) =>
        At(place.GetLocation(), arguments);

    private protected Diagnostic At(Location place, params string[] arguments) =>
        At(place, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <summary>The same, with what a fix needs to know.</summary>
    private protected Diagnostic At(Location place, ImmutableDictionary<string, string?> properties, params string[] arguments) =>
        Diagnostic.Create(_descriptor, place, properties, [.. arguments.Cast<object>()]);
}
