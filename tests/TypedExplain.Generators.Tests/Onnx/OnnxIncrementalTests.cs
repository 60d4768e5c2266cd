using System.Collections.Immutable;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>A file is read when it is written, and at no other time.</summary>
public class OnnxIncrementalTests
{
    private const string Use = "class Program { int Main() { return 0; } }";

    [Fact]
    public void An_unrelated_edit_reads_nothing_and_compares_nothing()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        Generation first = project.Generate(Credit.Record, Use);
        Generation edited = Again(first, Credit.Record, Use.Replace("0", "1"));

        Assert.All(Reasons(edited, TrackingNames.OnnxFiles), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(Reasons(edited, TrackingNames.OnnxModels), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(Reasons(edited, TrackingNames.Contracts), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_moved_line_writes_nothing_and_moves_the_diagnostic()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model.Replace("annual_income float", "annual_income int64"));
        Generation first = project.Generate(Credit.Record, Use);
        Generation edited = Again(first, "\n" + Credit.Record, Use);

        Assert.All(Reasons(edited, TrackingNames.Contracts), reason => Assert.Contains(reason, (IncrementalStepRunReason[])[IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged]));
        Assert.Equal(LineOf(first) + 1, LineOf(edited));
    }

    [Fact]
    public void A_file_written_anew_is_read_although_the_compiler_was_not_told()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        Generation first = project.Generate(Credit.Record, Use);
        Assert.Empty(first.Diagnostics);

        project.Replace(Credit.Model.Replace("age int64", "age bool"));
        Generation edited = Again(first, Credit.Record, Use.Replace("0", "1"));
        Assert.Equal("TEX0308", Assert.Single(edited.Diagnostics).Id);

        project.Replace(Credit.Model);
        Assert.Empty(Again(edited, Credit.Record, Use).Diagnostics);
    }

    [Fact]
    public void A_file_that_goes_away_is_said_to()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        Generation first = project.Generate(Credit.Record, Use);

        File.Delete(project.PathOf("credit.onnx"));
        Assert.Contains("which cannot be found;", Assert.Single(Again(first, Credit.Record, Use).Diagnostics).GetMessage());
    }

    private static Generation Again(Generation generation, params string[] sources) =>
        generation.Again([.. sources.Select((source, i) => Compiler.Parse(source, $"User{i}.cs"))]);

    private static IEnumerable<IncrementalStepRunReason> Reasons(Generation generation, string step)
    {
        ImmutableArray<IncrementalGeneratorRunStep> steps = generation.Result.TrackedSteps[step];
        Assert.NotEmpty(steps);
        return steps.SelectMany(run => run.Outputs).Select(output => output.Reason);
    }

    private static int LineOf(Generation generation) => Assert.Single(generation.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
}
