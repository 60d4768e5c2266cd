using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Benchmarks;

/// <summary>
/// One run of the generator over a project: by a fresh driver, and after an edit that was never made before. Each run sees
/// a compilation of which nothing is bound, so that binding what the generator asks for is counted.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private CSharpCompilation _project = null!;
    private EditorSession _editor = null!;

    [Params(1, 100, 1000)]
    public int Records { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _project = AnnotatedProject.Of(Records);
        _editor = new(_project.Clone());
        GeneratorRunResult result = _editor.Driver.GetRunResult().Results.Single();
        if (!result.Diagnostics.IsEmpty || result.GeneratedSources.Length <= Records)
            throw new InvalidOperationException("The generator did not write source for every record.");
    }

    /// <summary>All of the project.</summary>
    [Benchmark(Baseline = true)]
    public GeneratorDriver Cold() => EditorSession.NewDriver().RunGenerators(_project.Clone());

    /// <summary>A method body elsewhere.</summary>
    [Benchmark]
    public GeneratorDriver UnrelatedEdit() => _editor.Edit(AnnotatedProject.ProgramPath, edit => AnnotatedProject.Program($"open for {edit} hours"));

    /// <summary>What a field elsewhere begins with.</summary>
    [Benchmark]
    public GeneratorDriver FieldInitializer() => _editor.Edit(AnnotatedProject.ProgramPath, edit => AnnotatedProject.Program(value: edit));

    /// <summary>The name of a method elsewhere.</summary>
    [Benchmark]
    public GeneratorDriver MethodName() => _editor.Edit(AnnotatedProject.ProgramPath, edit => AnnotatedProject.Program(method: $"Greet{edit}"));

    /// <summary>A comment in the file of one record.</summary>
    [Benchmark]
    public GeneratorDriver CommentInRecord() => _editor.Edit(Loan, edit => AnnotatedProject.Loan(Records / 2, comment: $"// {edit}"));

    /// <summary>A range of one record.</summary>
    [Benchmark]
    public GeneratorDriver RecordChanged() => _editor.Edit(Loan, edit => AnnotatedProject.Loan(Records / 2, oldest: 100 + edit));

    /// <summary>A member of an enum that ten records use.</summary>
    [Benchmark]
    public GeneratorDriver EnumChanged() => _editor.Edit(AnnotatedProject.SharedPath(0), edit => AnnotatedProject.Shared(0, $"Other{edit}"));

    private string Loan => AnnotatedProject.LoanPath(Records / 2);
}
