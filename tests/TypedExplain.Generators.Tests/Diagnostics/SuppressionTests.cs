using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Tests.Onnx;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>What the generator says obeys pragmas and .editorconfig, as what analyzers say does.</summary>
public class SuppressionTests
{
    /// <summary>A program for every warning of the generator.</summary>
    private static readonly Dictionary<string, string> s_sources = new()
    {
        ["TEX0020"] = "[FeatureRecord] public sealed partial record Loan(double Income, double income);",
        ["TEX0112"] = "[FeatureRecord] public sealed partial record Loan([Categories(\"rent\", \"Rent\")] string Housing);",
        ["TEX0113"] = "[FeatureRecord] public sealed partial record Loan([Numeric(0, 24), Cyclic] int Hour);",
        ["TEX0115"] = "[FeatureRecord] public sealed partial record Loan([ShownAs(\"income\")] double Gross, [ShownAs(\"income\")] double Net);",
        ["TEX0116"] = "[FeatureRecord] public sealed partial record Loan([Perturb(DrawMode.Fixed)] double Gross);",
        ["TEX0117"] = "public enum Grade { Good = 2, Poor = 1 } [FeatureRecord] public sealed partial record Loan([Ordinal] Grade Grade);",
        ["TEX0118"] = "[FeatureRecord] public sealed partial record Loan([Numeric(0, 1e18)] long Views);",
        ["TEX0120"] = "[FeatureRecord] public sealed partial record Loan([Numeric(0, 9, Unit = \"\")] double Views);",
        ["TEX0128"] = "[FeatureRecord] public sealed partial record Loan([Reason(\"A\", \"Model of the car\")] double Views);",
        ["TEX0310"] = "[FeatureRecord] public sealed partial record Loan([Categories(\"Rent\", \"Own\")] string Housing);\n[OnnxModel<Loan>(\"categories.onnx\")] public partial class Credit;",
        ["TEX0312"] = "[FeatureRecord] public sealed partial record Loan(double Income, int Age);\n[OnnxModel<Loan>(\"matrix.onnx\")] public partial class Credit;",
    };

    private static readonly string[] s_models =
    [
        """
        categories.onnx
        input housing string [?, 1]: Rent, Own, Mortgage
        output probabilities float [?, 2]: Declined, Approved
        """,
        """
        matrix.onnx
        input X float [?, 2]
        output approved float [?, 1]
        """,
    ];

    public static TheoryData<string> Warnings => [.. s_sources.Keys];

    [Fact]
    public void Every_warning_has_a_program() => Assert.Equal(
        typeof(DiagnosticDescriptors).GetFields().Concat(typeof(OnnxDescriptors).GetFields())
            .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
            .Where(descriptor => descriptor.DefaultSeverity == DiagnosticSeverity.Warning)
            .Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
        s_sources.Keys);

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_pragma_silences_a_warning_of_the_generator(string id)
    {
        string source = s_sources[id];
        Assert.Equal([id], Reported(source, id).Select(own => own.Id));
        Assert.Empty(Reported($"#pragma warning disable {id}\n{source}\n#pragma warning restore {id}", id));
        Assert.Empty(Reported($"#line 40 \"Other.razor\"\n#pragma warning disable {id} // It is meant.\n{source}", id));
        Assert.Equal([id], Reported($"#pragma warning disable {id}\n#pragma warning restore {id}\n{source}", id).Select(own => own.Id));
    }

    [Theory]
    [MemberData(nameof(Warnings))]
    public void Editorconfig_says_how_severe_it_is(string id)
    {
        Assert.Equal([DiagnosticSeverity.Warning], Severities(ReportDiagnostic.Default));
        Assert.Equal([DiagnosticSeverity.Error], Severities(ReportDiagnostic.Error));
        Assert.Equal([DiagnosticSeverity.Info], Severities(ReportDiagnostic.Info));
        Assert.Empty(Severities(ReportDiagnostic.Suppress));

        IEnumerable<DiagnosticSeverity> Severities(ReportDiagnostic configured) => Reported(s_sources[id], id, configured).Select(own => own.Severity);
    }

    [Fact]
    public void A_line_directive_does_not_take_a_diagnostic_out_of_its_tree()
    {
        Diagnostic found = Assert.Single(Reported("#line 40 \"Other.razor\"\n" + s_sources["TEX0310"], "TEX0310"));
        Assert.True(found.Location.IsInSource);
        Assert.Equal("Categories(\"Rent\", \"Own\")", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    private static ImmutableArray<Diagnostic> Reported(string source, string id, ReportDiagnostic configured = ReportDiagnostic.Default)
    {
        using OnnxProject project = OnnxProject.With(s_models);
        Compilation compilation = Compiler.Compile([Compiler.Parse("global using TypedExplain;", "Usings.cs"), Compiler.Parse(source)]);
        compilation = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Configured(id, configured)));
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
