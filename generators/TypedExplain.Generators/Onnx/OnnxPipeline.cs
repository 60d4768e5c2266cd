using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Onnx.Contracts;
using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Onnx;

/// <summary>The pipeline of classes with <c>[OnnxModel]</c>: read the files, compare them with the records, write the names of both.</summary>
internal static class OnnxPipeline
{
    private const string Runtime = "TypedExplain.Onnx.OnnxModel`1";

    /// <summary>Adds the pipeline to the generator's.</summary>
    /// <param name="context">What the compiler offers the generator.</param>
    /// <param name="records">The records of the project.</param>
    public static void Lay(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<RecordModel> records)
    {
        IncrementalValuesProvider<ParsedClass> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(ModelClassParser.Attribute, static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax, ModelClassParser.Parse);

        IncrementalValuesProvider<ModelClass> classes = parsed.SelectMany(static (type, _) => type.Class is { } model ? new[] { model } : []);

        // An editor need not tell of a file that was written anew, so after each key its time is looked at, and no more.
        IncrementalValueProvider<ImmutableArray<ReadModel>> models = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase))
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => ModelFile.Of(pair.Left.Path))
            .WithTrackingName(TrackingNames.OnnxFiles)
            .Select(static (file, _) => file.Read())
            .WithTrackingName(TrackingNames.OnnxModels)
            .Collect();

        IncrementalValuesProvider<Contract> contracts = classes
            .Combine(records.Collect())
            .Combine(models)
            .Select(static (all, _) => Contract.Of(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Contracts);

        IncrementalValueProvider<bool> canLoad = context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName(Runtime) is not null);

        IncrementalValuesProvider<DiagnosticInfo> faults = parsed.SelectMany(static (type, _) => type.Fault is { } fault ? new[] { fault } : []);
        IncrementalValuesProvider<DiagnosticInfo> mismatches = contracts
            .SelectMany(static (contract, _) => ContractCheck.Of(contract).Select(mismatch => (contract.Class, Mismatch: mismatch)))
            .Combine(parsed.Collect())
            .Combine(context.CompilationProvider)
            .Select(static (all, cancellation) => MismatchPlaces.Locate(all.Left.Left.Mismatch, all.Left.Left.Class, all.Left.Right, all.Right, cancellation));

        context.RegisterSourceOutput(
            contracts.SelectMany(static (contract, _) => contract.Signature is { } model ? new[] { (contract.Class, Model: model, Unused: contract.UnusedFeatures()) } : []).Combine(canLoad),
            static (output, all) => output.AddSource(all.Left.Class.HintName, SourceText.From(ModelEmitter.Emit(all.Left.Class, all.Left.Model, all.Left.Unused, all.Right), Encoding.UTF8)));
        context.Report(faults);
        context.Report(mismatches);
    }
}
