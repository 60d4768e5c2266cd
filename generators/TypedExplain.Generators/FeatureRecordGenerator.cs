using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Emitting;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx;
using TypedExplain.Generators.Parsing;

namespace TypedExplain.Generators;

/// <summary>Implements <c>IFeatureRecord</c> for every type with <c>[FeatureRecord]</c> and names its features.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureRecordGenerator : IIncrementalGenerator
{
    /// <summary>Lays the pipeline: parse, then write source and report diagnostics apart from each other.</summary>
    /// <param name="context">What the compiler offers the generator.</param>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        ProjectParser parser = new();
        IncrementalValuesProvider<ParsedRecord> parsed = context.CompilationProvider
            .SelectMany(parser.Parse)
            .WithTrackingName(TrackingNames.Files)
            .SelectMany(static (file, _) => file.Records)
            .WithTrackingName(TrackingNames.Parsed);

        // Diagnostics know where they stand and records do not, so a moved line never writes source again.
        IncrementalValuesProvider<RecordModel> records = parsed
            .SelectMany(static (record, _) => record.Model is { } model ? new[] { model } : [])
            .WithTrackingName(TrackingNames.Records);

        IncrementalValuesProvider<DiagnosticInfo> diagnostics = parsed
            .SelectMany(static (record, _) => record.Diagnostics)
            .WithTrackingName(TrackingNames.Diagnostics);

        context.RegisterSourceOutput(records, static (output, record) =>
            output.AddSource(record.HintName, SourceText.From(Emitter.Emit(record), Encoding.UTF8)));

        context.Report(diagnostics);

        OnnxPipeline.Lay(context, records);
    }
}
