using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Tests.Structure;

/// <summary>What no machine does alike, and what looks at types at run time, does not compile in the library.</summary>
public class BannedSymbolTests
{
    private static readonly string s_list = Path.Combine(Repository.Root, "src", "BannedSymbols.txt");

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "banned", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll")).GetTypes()
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string, string> Uses => new()
    {
        { "double x = [|Math.Exp(1)|];", "VectorMath.Exp" },
        { "double x = [|Math.Sin(1)|];", "VectorMath" },
        { "double x = [|Math.Pow(2, 3)|];", "multiply" },
        { "double x = [|double.Log(2)|];", "VectorMath.Log" },
        { "float x = [|MathF.Tanh(1)|];", "VectorMath" },
        { "var x = [|new Random(1)|];", "RandomStream" },
        { "var x = [|DateTime.Now|];", "TimeProvider" },
        { "var x = [|DateTimeOffset.UtcNow|];", "TimeProvider" },
        { "var x = [|1.GetType()|];", "no type at run time" },
        { "var x = [|typeof(int).GetMethods()|];", "no type at run time" },
        { "var x = [|Activator.CreateInstance(typeof(int))|];", "by its type" },
        { "var x = [|System.Globalization.CultureInfo.CurrentCulture|];", "InvariantCulture" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public async Task AUseIsRefusedWithWhatToUseInstead(string statement, string remedy)
    {
        string code = "using System; class C { void M() { " + statement + " } }";
        int first = code.IndexOf("[|", StringComparison.Ordinal), last = code.IndexOf("|]", StringComparison.Ordinal) - 2;
        ImmutableArray<Diagnostic> found = await Found(code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => diagnostic.Id == "RS0030" && diagnostic.GetMessage().Contains(remedy, StringComparison.Ordinal) && TextSpan.FromBounds(first, last).OverlapsWith(diagnostic.Location.SourceSpan));
    }

    [Fact]
    public async Task WhatEveryMachineDoesAlikeIsNot() =>
        Assert.Empty(await Found("using System; class C { double M(double x) => Math.Sqrt(x) + Math.Abs(x) + Math.FusedMultiplyAdd(x, x, x) + Math.Round(x); System.Type T => typeof(int); }"));

    /// <summary>A name that is misspelled would ban nothing and say nothing.</summary>
    [Fact]
    public void EveryNameIsOneOfThePlatform()
    {
        CSharpCompilation platform = Projects.Of(Projects.Core);
        string[] names = [.. File.ReadLines(s_list).Where(line => line.Length > 0).Select(line => line.Split(';')[0])];
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(DocumentationCommentId.GetFirstSymbolForDeclarationId(name, platform) is not null, $"{name} is not there"));
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void EveryPackageIsHeldToTheList()
    {
        string settings = File.ReadAllText(Path.Combine(Repository.Root, "src", "Directory.Build.props"));
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", settings);
        Assert.Contains("BannedSymbols.txt", settings);
        Assert.All(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")), package => Assert.False(File.Exists(Path.Combine(package, "Directory.Build.props")), package + " has settings of its own."));
    }

    private static async Task<ImmutableArray<Diagnostic>> Found(string code)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("banned", [CSharpSyntaxTree.ParseText(code)], Projects.Platform, new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await compilation.WithAnalyzers(s_analyzers, new AnalyzerOptions([new List(s_list)])).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class List(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
