using System.Collections;
using System.Reflection;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests;

/// <summary>Why each stage of the pipeline runs again, or does not, after an edit.</summary>
public class IncrementalityTests
{
    private const string Broken = "namespace Broken { [TypedExplain.FeatureRecord] partial record Person(string Name); }";

    private static readonly string Source = Sources.LoanApplication.Replace("namespace Shop;", "namespace Shop {") + "}\n" + Broken;

    [Theory]
    [InlineData("class Other { int One() { return 2 - 1; } }")]
    [InlineData("class Other { int One() { return 1; } int Edited; }")]
    public void An_unrelated_edit_runs_nothing_again(string other)
    {
        SyntaxTree user = Compiler.Parse(Source);
        Generation before = Generation.Of(user, Compiler.Parse("class Other { int One() { return 1; } }", "Other.cs"));
        Generation after = before.Again(user, Compiler.Parse(other, "Other.cs"));

        Assert.All(ReasonsOf(after, TrackingNames.Files), IsUnchanged);
        Assert.All(ReasonsOf(after, TrackingNames.Parsed), IsUnchanged);
        Assert.All(ReasonsOf(after, TrackingNames.Records), IsUnchanged);
        Assert.All(ReasonsOf(after, TrackingNames.Diagnostics), IsUnchanged);
        Assert.All(OutputReasonsOf(after, TrackingNames.Records), IsCached);
        Assert.All(OutputReasonsOf(after, TrackingNames.Placed), IsCached);
    }

    [Fact]
    public void A_moved_line_reports_again_and_writes_no_source()
    {
        Generation before = Generation.Of(Compiler.Parse(Source));
        Generation after = before.Again(Compiler.Parse("// One line more.\n" + Source));

        Assert.All(ReasonsOf(after, TrackingNames.Records), IsUnchanged);
        Assert.All(OutputReasonsOf(after, TrackingNames.Records), IsCached);
        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsOf(after, TrackingNames.Diagnostics));
        Assert.Equal([IncrementalStepRunReason.Modified], OutputReasonsOf(after, TrackingNames.Placed));
        Assert.Equal(LineOf(before) + 1, LineOf(after));

        static int LineOf(Generation generation) => Assert.Single(generation.Diagnostics).Location.GetLineSpan().StartLinePosition.Line;
    }

    [Theory]
    [InlineData("int Age", "int Years")]
    [InlineData("Numeric(18, 100", "Numeric(18, 120")]
    [InlineData("OnlyIncreases", "OnlyDecreases")]
    [InlineData("Own,", "Owned,")]
    [InlineData("public sealed partial record", "internal sealed partial record")]
    public void A_relevant_edit_writes_the_record_again(string from, string to)
    {
        Generation before = Generation.Of(Compiler.Parse(Source));
        Generation after = before.Again(Compiler.Parse(Source.Replace(from, to)));

        Assert.Equal([IncrementalStepRunReason.Modified], ReasonsOf(after, TrackingNames.Records));
        Assert.Equal([IncrementalStepRunReason.Modified], OutputReasonsOf(after, TrackingNames.Records));
        Assert.NotEqual(before.Files.Values.Single(), after.Files.Values.Single());
    }

    [Fact]
    public void Equal_source_gives_equal_models()
    {
        object[] first = [.. OutputsOf(Generation.Of(Compiler.Parse(Source)), TrackingNames.Parsed)];
        object[] second = [.. OutputsOf(Generation.Of(Compiler.Parse(Source)), TrackingNames.Parsed)];

        Assert.Equal(2, first.Length);
        Assert.All(first.Zip(second), pair =>
        {
            Assert.NotSame(pair.First, pair.Second);
            Assert.True(pair.First.Equals(pair.Second));
            Assert.Equal(pair.First.GetHashCode(), pair.Second.GetHashCode());
        });
    }

    [Fact]
    public void No_stage_holds_on_to_the_compilation()
    {
        Generation generation = Generation.Of(Compiler.Parse(Source));
        HashSet<object> reached = new(ReferenceEqualityComparer.Instance);
        foreach (string stage in new[] { TrackingNames.Files, TrackingNames.Parsed, TrackingNames.Records, TrackingNames.Diagnostics })
        {
            foreach (object output in OutputsOf(generation, stage))
                Reach(output, reached);
        }

        Assert.All([typeof(FeatureModel), typeof(EnumModel), typeof(LocationInfo)], type => Assert.Contains(reached, type.IsInstanceOfType));
    }

    /// <summary>Walks everything that a value refers to.</summary>
    private static void Reach(object? value, HashSet<object> reached)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || !reached.Add(value))
            return;

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Compilation or SemanticModel or Location or AttributeData,
            $"The pipeline holds on to {value.GetType()}.");

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Reach(item, reached);
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Reach(field.GetValue(value), reached);
        }
    }

    private static IEnumerable<object> OutputsOf(Generation generation, string stage) =>
        generation.Result.TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Value);

    private static IEnumerable<IncrementalStepRunReason> ReasonsOf(Generation generation, string stage) =>
        NotEmpty(generation.Result.TrackedSteps[stage].SelectMany(step => step.Outputs).Select(output => output.Reason));

    private static IEnumerable<IncrementalStepRunReason> OutputReasonsOf(Generation generation, string stage) =>
        NotEmpty(generation.Result.TrackedOutputSteps.Values
            .SelectMany(steps => steps)
            .Where(step => step.Inputs.Any(input => input.Source.Name == stage))
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason));

    private static IncrementalStepRunReason[] NotEmpty(IEnumerable<IncrementalStepRunReason> reasons)
    {
        IncrementalStepRunReason[] all = [.. reasons];
        Assert.NotEmpty(all);
        return all;
    }

    private static void IsUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static void IsCached(IncrementalStepRunReason reason) => Assert.Equal(IncrementalStepRunReason.Cached, reason);
}
