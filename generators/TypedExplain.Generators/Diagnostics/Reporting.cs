using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>Reports diagnostics of the pipeline.</summary>
internal static class Reporting
{
    /// <summary>Finds the trees that diagnostics are shown in, and reports those whose tree or words changed.</summary>
    /// <param name="context">What the compiler offers the generator.</param>
    /// <param name="diagnostics">The diagnostics.</param>
    public static void Report(this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<DiagnosticInfo> diagnostics) =>
        context.RegisterSourceOutput(
            diagnostics
                .Combine(context.CompilationProvider)
                .Select(static (found, _) => new PlacedDiagnostic(found.Left, found.Left.Location.TreeIn(found.Right)))
                .WithTrackingName(TrackingNames.Placed),
            static (output, placed) => output.ReportDiagnostic(placed.Info.ToDiagnostic(placed.Tree)));
}
