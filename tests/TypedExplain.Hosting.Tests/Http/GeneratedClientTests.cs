using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NJsonSchema.CodeGeneration.CSharp;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Http;

/// <summary>A client that a public tool (NSwag) makes of the OpenAPI document compiles, and has the record with its features.</summary>
public class GeneratedClientTests
{
    [Fact]
    public async Task A_client_is_made_and_compiles()
    {
        await using TestApp app = await TestApp.StartAsync();
        OpenApiDocument document = await OpenApiDocument.FromJsonAsync((await app.GetAsync("/openapi/v1.json")).GetRawText());
        CSharpClientGeneratorSettings settings = new() { ClassName = "LoanClient", CSharpGeneratorSettings = { Namespace = "Generated", JsonLibrary = CSharpJsonLibrary.SystemTextJson } };
        string code = new CSharpClientGenerator(document, settings).GenerateFile();

        CSharpCompilation compilation = CSharpCompilation.Create(
            "Client",
            [CSharpSyntaxTree.ParseText(code)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(file => MetadataReference.CreateFromFile(file)),
            new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        INamedTypeSymbol record = compilation.GetTypeByMetadataName("Generated.Applicant")!;
        Assert.Superset(new HashSet<string> { "Income", "Amount", "Term", "Work", "Age" }, record.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name).ToHashSet());
        string[] calls = [.. compilation.GetTypeByMetadataName("Generated.LoanClient")!.GetMembers().OfType<IMethodSymbol>().Select(method => method.Name)];
        Assert.All((string[])["ExplanationAsync", "ContributionsAsync", "ReasonsAsync", "RecourseAsync", "PlanAsync", "PageAsync", "ReceiptAsync", "ReplayAsync", "SchemaAsync"], call => Assert.Contains(calls, own => own.EndsWith(call, StringComparison.OrdinalIgnoreCase)));
    }
}
