using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Tests.Incremental;

/// <summary>How much of a large project an edit writes again.</summary>
public class ScaleTests
{
    private const int Records = 100;

    [Fact]
    public void A_change_of_one_record_writes_one() => Assert.Equal(["Loan42"], Written(42, Loan(42).Replace("int Age", "int Years")));

    [Fact]
    public void A_comment_in_one_record_writes_none() => Assert.Empty(Written(42, "// Reviewed.\n" + Loan(42)));

    [Fact]
    public void A_record_that_goes_wrong_writes_none_of_the_others() => Assert.Empty(Written(42, Loan(42).Replace("int Age", "object Age")));

    [Fact]
    public void A_changed_enum_writes_the_records_that_use_it() =>
        Assert.Equal(Enumerable.Range(30, 10).Select(number => $"Loan{number}"), Written(Records + 3, Enum(3).Replace("Own", "Own, Share")));

    [Fact]
    public void A_method_body_writes_none() => Assert.Empty(Written(Records + 10, "class Program { int Main() { return 1; } }"));

    [Fact]
    public void A_new_member_elsewhere_writes_none() => Assert.Empty(Written(Records + 10, "class Program { int Main() { return 0; } int More; }"));

    [Fact]
    public void A_record_added_to_a_file_writes_it_alone() =>
        Assert.Equal(["Added"], Written(Records + 10, "[TypedExplain.FeatureRecord] partial record Added(int Number);"));

    [Fact]
    public void A_file_that_was_edited_away_is_let_go()
    {
        Generation generation = Generation.Of(Project());
        (WeakReference tree, generation) = EditTwice(generation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(tree.IsAlive);
        Assert.Equal(Records, generation.Files.Count);
    }

    /// <summary>Makes a tree that only the generator has seen once this returns.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Tree, Generation After) EditTwice(Generation generation)
    {
        SyntaxTree[] first = Project(), second = [.. first];
        first[5] = Compiler.Parse(Loan(5).Replace("int Age", "int Years"));
        return (new(first[5]), generation.Again(first).Again(second));
    }

    /// <summary>The records that an edit of one file wrote source for, in order.</summary>
    private static IEnumerable<string> Written(int file, string source)
    {
        SyntaxTree[] before = Project(), after = [.. before];
        after[file] = Compiler.Parse(source, before[file].FilePath);
        Generation first = Generation.Of(before), edited = first.Again(after);
        Dictionary<string, SourceText> known = first.Result.GeneratedSources.ToDictionary(written => written.HintName, written => written.SourceText);
        return edited.Result.GeneratedSources
            .Where(written => !known.TryGetValue(written.HintName, out SourceText? old) || old != written.SourceText)
            .Select(written => written.HintName.Split('.')[0]);
    }

    private static SyntaxTree[] Project() =>
    [
        .. Enumerable.Range(0, Records).Select(number => Compiler.Parse(Loan(number), $"Loan{number}.cs")),
        .. Enumerable.Range(0, Records / 10).Select(number => Compiler.Parse(Enum(number), $"Housing{number}.cs")),
        Compiler.Parse("class Program { int Main() { return 0; } }", "Program.cs"),
    ];

    private static string Loan(int number) =>
        $"[TypedExplain.FeatureRecord] partial record Loan{number}([TypedExplain.Numeric(18, 100)] int Age, Housing{number / 10} Housing);";

    private static string Enum(int number) => $"enum Housing{number} {{ Rent, Own }}";
}
