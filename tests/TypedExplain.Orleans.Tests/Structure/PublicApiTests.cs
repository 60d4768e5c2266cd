using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Tests.Structure;
using TypedExplain.Tests.Support;

namespace TypedExplain.Orleans.Tests.Structure;

/// <summary>What users can call, for review: a change of it is a change of the snapshot. What Orleans generates is not in it.</summary>
public class PublicApiTests
{
    [Fact]
    public void PublicApi()
    {
        MetadataReference core = MetadataReference.CreateFromFile(typeof(FeatureRecordAttribute).Assembly.Location);
        MetadataReference batch = MetadataReference.CreateFromFile(typeof(JobPlan).Assembly.Location);
        MetadataReference library = MetadataReference.CreateFromFile(typeof(IExplanationJobGrain).Assembly.Location);
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: [.. Libraries.Others, core, batch, library]);
        IAssemblySymbol assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!;
        string text = ApiText.Of(assembly);
        Snapshot.Matches(Regex.Replace(text, "(?s)namespace OrleansCodeGen.*?(?=\nnamespace TypedExplain|$)", "").TrimStart(), "txt");
    }
}
