using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>What every test of a diagnostic checks.</summary>
internal static class DiagnosticAssert
{
    private const string Usings = "using System;\nusing TypedExplain;\n";

    /// <summary>
    /// The failing source gives this diagnostic alone, at its mark, and the fixed one none. What annotations state (TEX01xx) and
    /// warnings do not withhold source, and it compiles; what is wrong with a shape does.
    /// </summary>
    public static void Finds(string id, string failing, string message, string @fixed)
    {
        Finds(id, failing, message);
        IsFine(@fixed);
    }

    public static void Finds(string id, string failing, string message, LanguageVersion version = LanguageVersion.CSharp14)
    {
        Marked marked = Marked.Parse(Usings + failing);
        Generation generation = Generation.Of(marked.Source, version);

        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
        Assert.Equal(message, diagnostic.GetMessage());
        if (id.StartsWith("TEX01", StringComparison.Ordinal) || diagnostic.Severity == DiagnosticSeverity.Warning)
            Compiles(generation);
        else
            Assert.Empty(generation.Files);
    }

    public static void IsFine(string source)
    {
        Generation generation = Generation.Of(Usings + source);

        Assert.Empty(generation.Diagnostics);
        Compiles(generation);
    }

    private static void Compiles(Generation generation)
    {
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }
}
