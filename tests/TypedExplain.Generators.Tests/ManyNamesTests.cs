using System.Globalization;

namespace TypedExplain.Generators.Tests;

/// <summary>Records of very many names: the generator's work grows with them, and not with their square.</summary>
public class ManyNamesTests
{
    private static readonly Dictionary<string, Func<int, string>> Sources = new()
    {
        ["shown"] = count => $"enum Code {{ {Join(count, i => $"[ShownAs(\"Code no. {i}\")] C{i}")} }}\n" + Records("Code Own"),
        ["display"] = count => $"enum Code {{ {Join(count, i => $"[System.ComponentModel.DataAnnotations.Display(Name = \"Code no. {i}\")] C{i} = {7 * i}")} }}\n" + Records("[Ordinal] Code Own"),
        ["texts"] = count => Records($"[Categories({Join(count, i => $"\"code {i}\"")})] string Own"),
        ["codes"] = count => Records($"[Categories({Join(count, i => $"\"code {i}\"")}), EncodedAs({Join(count, i => i.ToString(CultureInfo.InvariantCulture))})] string Own"),
        ["enums"] = count => Join(20, e => $"enum Code{e} {{ {Join(count / 20, i => $"C{i}")} }}", "\n") + Records(Join(20, e => $"Code{e} Own{e}")),
        ["features"] = count => Records(Join(count / 10, i => $"double F{i}")),
        ["inner"] = count => $"enum Code {{ {Join(count, i => $"C{i}")} }}\n[FeatureRecord] partial record Part(Code Code, double Other);\n" + Records("Part First, Part Second"),
    };

    public static TheoryData<string> Forms => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Work_grows_with_the_names(string form)
    {
        _ = Allocated(form, 100);
        long few = Allocated(form, 2_500), many = Allocated(form, 10_000);

        Assert.InRange(many, 0, 8 * few);
    }

    private static long Allocated(string form, int count)
    {
        SyntaxTree tree = Compiler.Parse("using TypedExplain;\n#pragma warning disable\n" + Sources[form](count));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Generation generation = Guard.AgainstHanging(() => Generation.Of(tree));
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Empty(generation.Diagnostics);
        Assert.Null(generation.Result.Exception);
        Assert.True(generation.Files.Count >= 3);
        return allocated;
    }

    private static string Records(string properties) => Join(3, i => $"[FeatureRecord] partial record R{i}({properties});", "\n");

    private static string Join(int count, Func<int, string> part, string between = ", ") => string.Join(between, Enumerable.Range(0, count).Select(part));
}
