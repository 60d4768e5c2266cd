using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Decisions;
using TypedExplain.Tests.Structure;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.Structure;

/// <summary>What users can call, for review: a change of it is a change of the snapshot.</summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi()
    {
        MetadataReference core = MetadataReference.CreateFromFile(typeof(FeatureRecordAttribute).Assembly.Location);
        MetadataReference decisions = MetadataReference.CreateFromFile(typeof(Recourse<>).Assembly.Location);
        MetadataReference library = MetadataReference.CreateFromFile(typeof(ExplanationProgram).Assembly.Location);
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: [.. Libraries.Others, core, decisions, library]);
        IAssemblySymbol assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;
        Snapshot.Matches(ApiText.Of(assembly), "txt");
    }
}
