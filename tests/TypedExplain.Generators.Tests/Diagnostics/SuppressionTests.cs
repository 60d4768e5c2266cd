using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Generators.Tests.Onnx;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>What the generator says obeys pragmas and .editorconfig, as what analyzers say does.</summary>
public class SuppressionTests
{
    private const string Model = """
        credit.onnx
        input housing string [?, 1]: Rent, Own, Mortgage
        output probabilities float [?, 2]: Declined, Approved
        """;

    private const string Source = """
        using TypedExplain;
        #pragma warning disable TEX0310
        [FeatureRecord]
        public sealed partial record Loan([Categories("Rent", "Own")] string Housing);
        #pragma warning restore TEX0310
        [OnnxModel<Loan>("credit.onnx")]
        public partial class Credit;
        """;

    [Fact]
    public void A_pragma_silences_a_warning_of_the_generator() => Assert.Empty(Reported(Source, ReportDiagnostic.Default));

    [Theory]
    [InlineData(ReportDiagnostic.Default, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Suppress, null)]
    public void Editorconfig_says_how_severe_it_is(ReportDiagnostic configured, DiagnosticSeverity? expected)
    {
        DiagnosticSeverity?[] found = [.. Reported(Source.Replace("#pragma", "//"), configured).Select(own => (DiagnosticSeverity?)own.Severity)];
        Assert.Equal(expected is null ? [] : [expected], found);
    }

    [Fact]
    public void A_line_directive_does_not_take_a_diagnostic_out_of_its_tree()
    {
        Diagnostic found = Assert.Single(Reported("#line 40 \"Other.razor\"\n" + Source.Replace("#pragma", "//"), ReportDiagnostic.Default));
        Assert.True(found.Location.IsInSource);
        Assert.Equal("Categories(\"Rent\", \"Own\")", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    private static ImmutableArray<Diagnostic> Reported(string source, ReportDiagnostic configured)
    {
        using OnnxProject project = OnnxProject.With(Model);
        Compilation compilation = Compiler.Compile([Compiler.Parse(source)]);
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Configured("TEX0310", configured)));
        CSharpGeneratorDriver.Create([new FeatureRecordGenerator().AsSourceGenerator()], project.Files, Compiler.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> reported);

        // The driver marks what a pragma covers, and the compiler leaves it out.
        return [.. reported.Where(found => !found.IsSuppressed)];
    }

    /// <summary>What an .editorconfig says of one id.</summary>
    private sealed class Configured(string id, ReportDiagnostic severity) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value) =>
            (value = severity) != ReportDiagnostic.Default && diagnosticId == id;

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic value)
        {
            value = ReportDiagnostic.Default;
            return false;
        }
    }
}
