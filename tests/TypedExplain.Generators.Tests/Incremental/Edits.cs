namespace TypedExplain.Generators.Tests.Incremental;

/// <summary>A project of several files, and what an author may do to one of them.</summary>
internal static class Edits
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["Loan.cs"] = """
            using TypedExplain;

            namespace Shop;

            [FeatureRecord]
            public partial record Loan([Numeric(0, Limits.Largest)] double Amount, Housing Housing, Address Address, Kind Kind);
            """,
        ["Parts.cs"] = """
            using TypedExplain;

            namespace Shop;

            public static class Tool
            {
                public static int Twice(int number)
                {
                    return number * 2;
                }
            }

            public partial record Loan
            {
                /// <summary>When.</summary>
                public int Year { get; init; }

                public int Month { get { return Year; } init { } }
            }
            """,
        ["Types.cs"] = """
            namespace Shop;

            public static class Limits { public const double Largest = 100; }

            public enum Housing { Rent, Own }

            // Where.
            [TypedExplain.FeatureRecord]
            public partial record Address(int Zone);
            """,
        ["Far.cs"] = "namespace Far { public enum Kind { A, B, C } public record Root { public int Height { get; init; } } }",
        ["Usings.cs"] = "global using Far;",
        ["Broken.cs"] = "namespace Shop; [TypedExplain.FeatureRecord] partial record Broken(int Number);",
        ["Whole.cs"] = """
            namespace Shop;

            static class Other { static int One() => 1; static int Two() { return 2; } }

            record Broken;
            """,
        ["Letter.cs"] = """
            using TypedExplain;

            namespace Shop;

            [FeatureRecord]
            public partial record Letter([Reason("A", "Length", When = Adverse.Low)] int Length, [Reason("B", typeof(Texts), "Stamp"), MovesWith(nameof(Length), Factor = 2)] int Stamp);
            """,
        ["Texts.cs"] = """
            namespace Shop;

            internal static class Texts
            {
                internal static System.Resources.ResourceManager ResourceManager { get; } = new("Texts", typeof(Texts).Assembly);

                internal static string Stamp => ResourceManager.GetString("Stamp")!;
            }
            """,
        ["Later.cs"] = "namespace Shop; [Row] partial record Renamed(int Number);",
    };

    /// <summary>Those after which something else is generated or reported, though most are not in the record's own file.</summary>
    public static TheoryData<string, string, string> ThatMatter => new()
    {
        { "Loan.cs", "double Amount", "double Sum" },
        { "Loan.cs", "[FeatureRecord]", "" },
        { "Loan.cs", "[FeatureRecord]", "/// <param name=\"Amount\">How much.</param>\n[FeatureRecord]" },
        { "Types.cs", "Rent, Own", "Rent, Own, Share" },
        { "Types.cs", "Rent, Own", "Own, Rent" },
        { "Types.cs", "Largest = 100", "Largest = 200" },
        { "Types.cs", "int Zone", "int Zone, bool IsRural" },
        { "Types.cs", "[TypedExplain.FeatureRecord]", "" },
        { "Types.cs", "public enum Housing", "public enum Kind { X, Y } public enum Housing" },
        { "Types.cs", "public enum Housing", "public class LoanFeatures; public enum Housing" },
        { "Types.cs", "public enum Housing", "public enum LOAN { A } public enum Housing" },
        { "Parts.cs", "When.", "In which year." },
        { "Parts.cs", "public int Year", "[NotAFeature] public int Year" },
        { "Parts.cs", "get { return Year; } init { }", "get { return field; }" },
        { "Parts.cs", "public partial record Loan", "public partial record Loan : Root" },
        { "Parts.cs", "public partial record Loan", "public record Loan" },
        { "Usings.cs", "global using Far;", "" },
        { "Usings.cs", "global using Far;", "global using Far; global using RowAttribute = TypedExplain.FeatureRecordAttribute;" },
        { "Usings.cs", "global using Far;", "#if NEVER\nglobal using Far;\n#endif" },
        { "Far.cs", "A, B, C", "A, B" },
        { "Whole.cs", "record Broken", "partial record Broken" },
        { "Letter.cs", "\"Length\"", "\"The length\"" },
        { "Letter.cs", "When = Adverse.Low", "When = Adverse.High" },
        { "Letter.cs", "Factor = 2", "Factor = 3" },
        { "Letter.cs", "[Reason(\"A\", \"Length\", When = Adverse.Low)]", "" },
        { "Texts.cs", "internal static string Stamp", "private static string Stamp" },
        { "Texts.cs", "static class Texts", "static class LetterReason { } internal static class Texts" },
    };

    /// <summary>Those that move the place of a diagnostic about a record of another file, and do nothing else.</summary>
    public static TheoryData<string, string, string> ThatMove => new()
    {
        { "Whole.cs", "record Broken", "// One line more.\nrecord Broken" },
        { "Whole.cs", "return 2;", "return\n2;" },
    };

    /// <summary>Those after which all that was known of the clean records of other files still holds.</summary>
    public static TheoryData<string, string, string> ThatDoNot => new()
    {
        { "Parts.cs", "return number * 2;", "return number + number;" },
        { "Parts.cs", "return number * 2;", "int enumerate() => 3; return enumerate();" },
        { "Parts.cs", "get { return Year; }", "get { return 2 * Year; }" },
        { "Parts.cs", "public static class Tool", "// A tool.\n\npublic  static class Tool" },
        { "Types.cs", "// Where.", "// Where it is." },
        { "Types.cs", "Rent, Own", "Rent,   Own" },
        { "Whole.cs", "=> 1", "=> 7" },
        { "Texts.cs", "GetString(\"Stamp\")", "GetString(\"Other\")" },
        { "Whole.cs", "static int One", "static int Only" },
        { "Parts.cs", "Twice(int number)", "TwiceOf(long number)" },
    };

    public static SyntaxTree[] Before() => [.. Files.Select(file => Parse(file.Key, file.Value))];

    /// <summary>The files after an edit, all but one the same trees.</summary>
    public static SyntaxTree[] Apply(SyntaxTree[] before, string file, string from, string to)
    {
        string source = Files[file];
        Assert.Contains(from, source);
        return [.. before.Select(tree => tree.FilePath == file ? Parse(file, source.Replace(from, to)) : tree)];
    }

    private static SyntaxTree Parse(string path, string source) => Compiler.Parse(source, path);
}
