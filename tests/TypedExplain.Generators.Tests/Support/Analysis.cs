using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers;

namespace TypedExplain.Generators.Tests.Support;

/// <summary>What all usage analyzers say of a user's source.</summary>
internal static class Analysis
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. typeof(UsageAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(UsageAnalyzer)) && !type.IsAbstract)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>Their diagnostics, in the order of the source; of an analyzer that fails too.</summary>
    public static Diagnostic[] Of(Compilation compilation)
    {
        CompilationWithAnalyzers run = compilation.WithAnalyzers(Analyzers);
        return [.. run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult().OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath).ThenBy(diagnostic => diagnostic.Location.SourceSpan)];
    }
}
