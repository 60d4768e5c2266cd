namespace TypedExplain.Generators.Tests.Usage;

/// <summary>What every test of a usage analyzer checks: statements of a method that is given what they need.</summary>
internal static class UsageAssert
{
    private const string Records = """
        using TypedExplain;

        public enum Housing { Rent, Own, Mortgage }

        public enum Only { One, Same = One }

        [FeatureRecord] public sealed partial record Loan([Numeric(18, 100)] int Age, [Numeric(0, 1e6)] double Income, Housing Housing);

        [FeatureRecord] public sealed partial record House([Numeric(1, 20)] int Rooms, [Numeric(0, 300)] double Age);

        [FeatureRecord] public sealed partial record Spot([Numeric(-90, 90)] double Latitude, bool IsNorth);

        [FeatureRecord] public sealed partial record Address([Numeric(0, 1e6)] double Income, Spot Spot, [NotAFeature] House? Old = null);

        [FeatureRecord] public sealed partial record Household(int Members, Address Home, [Numeric(0, 9)] int Rank) { public Address Copy => Home; }

        [FeatureRecord] public sealed partial record Couple(Spot His, Spot Hers);

        [FeatureRecord] public sealed partial record Answers(bool First, Housing Second, [Categories("a", "b")] string Third, [NotAFeature] int Id = 0);

        [FeatureRecord] public sealed partial record Ranked(bool First, [Ordinal] Housing Second);

        [FeatureRecord] public sealed partial record Flat([property: Numeric(1, 9, Unit = "rooms")] int Rooms, [Numeric(0, 1e6, Unit = "EUR")] double Rent, [Numeric(0, 1e6, Unit = "EUR")] double Deposit, bool Lift, [Numeric(0, 9)] double Floor);

        [FeatureRecord] public sealed partial record Shop([Numeric(1, 9, Unit = "EUR")] double Rent, [Numeric(1, 9, Unit = "EUR")] double Sales, bool Open);

        [FeatureRecord] public sealed partial record Fixed(bool First, Only Second);

        namespace Deep { public static partial class Inner { [FeatureRecord] public partial record Room(double Length); } }
        """;

    private static readonly Compilation s_records = Generation.Of(Compiler.Parse(Records, "Records.cs")).Output;

    private const string Given =
        "IExplainer<Loan> explainer, IModel<Loan> model, Loan loan, Dataset<Loan> train, Explanation<Loan> explanation, " +
        "Explanation<Household> household, FeatureStatistics<Household> statistics, System.IO.TextReader text, System.IO.TextWriter writer";

    /// <summary>The failing statements give this diagnostic alone, at its mark; the right ones none, and they compile.</summary>
    public static void Finds(string id, string failing, string message, string right)
    {
        ReportsMember(id, Method(failing), message);
        IsFine(right);
    }

    /// <summary>The same for whole members of a class that fail.</summary>
    public static void ReportsMember(string id, string failing, string message)
    {
        Marked marked = Marked.Parse(Class(failing));
        Diagnostic[] diagnostics = Analysis.Of(Compilation(marked.Source));

        Assert.Equal([id], diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Equal(marked.Span, diagnostics[0].Location.SourceSpan);
        Assert.Equal(message, diagnostics[0].GetMessage());
    }

    public static void IsFine(string statements) => IsFineMember(Method(statements));

    /// <summary>The same for whole members of a class.</summary>
    public static void IsFineMember(string members)
    {
        Compilation compilation = Compilation(Class(members));

        Assert.Empty(compilation.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        Assert.Empty(Analysis.Of(compilation));
    }

    private static string Method(string statements) => $"static async Task Run({Given})\n{{\n    {statements}\n    await Task.Yield();\n}}";

    private static string Class(string members) =>
        $"using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing TypedExplain;\nusing TypedExplain.Media;\nusing TypedExplain.Onnx;\nusing TypedExplain.Training;\npublic static class User\n{{\n{members}\n}}";

    private static Compilation Compilation(string source) => s_records.AddSyntaxTrees(Compiler.Parse(source));
}
