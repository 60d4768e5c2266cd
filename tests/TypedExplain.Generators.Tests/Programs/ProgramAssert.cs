using Microsoft.CodeAnalysis.Diagnostics;
using TypedExplain.Analyzers.Unions;

namespace TypedExplain.Generators.Tests.Programs;

/// <summary>A whole program, with all that the compiler, the generator, the analyzers and the suppressor say of it.</summary>
internal static class ProgramAssert
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Threading; global using System.Threading.Tasks; global using TypedExplain; global using TypedExplain.Media; global using TypedExplain.Onnx; global using TypedExplain.Training;";

    private const string Given = """
        public enum Housing { Rent, Mortgage, Own }
        [FeatureRecord]
        public sealed partial record Loan([Numeric(18, 100, Unit = "years")] int Age, [Numeric(0, 500_000, Unit = "EUR")] double Income, Housing Housing, bool HasDefaulted);
        [FeatureRecord]
        public sealed partial record House([Numeric(1, 40)] int Rooms, [Numeric(10, 1000, Unit = "m²")] double Area, [Categories("brick", "wood")] string Walls = "brick");
        public static class Given
        {
            public static readonly Dataset<Loan> Loans = new(Enumerable.Range(0, 60).Select(i => new Loan(18 + i, 10_000 + 1000 * i * (i % 7), (Housing)(i % 3), i % 4 == 0)));
            public static readonly Dataset<House> Houses = new(Enumerable.Range(0, 60).Select(i => new House(1 + i % 9, 20 + 11 * i)));
            public static readonly IModel<Loan> Model = TypedExplain.Model.From<Loan>(l => l.Income / 500_000 - (l.HasDefaulted ? .3 : 0) + l.Age * 0.001);
            public static readonly Linex<Loan> Linex = new() { Neighborhood = new GaussianNeighborhood<Loan> { Background = Loans } };
        }
        """;

    /// <summary>One diagnostic of ours, at the mark; the compiler may say more of its own.</summary>
    public static void Says(string id, string source)
    {
        Marked marked = Marked.Parse(source);
        Diagnostic[] said = [.. Said(marked.Source).Where(diagnostic => !diagnostic.Id.StartsWith("CS", StringComparison.Ordinal))];

        Assert.Equal([id], said.Select(diagnostic => diagnostic.Id));
        Assert.Equal("User.cs", said[0].Location.SourceTree!.FilePath);
        Assert.Equal(marked.Span, said[0].Location.SourceSpan);
    }

    /// <summary>The same of a member of a class.</summary>
    public static void SaysOf(string id, string member) => Says(id, Class(member));

    /// <summary>Nothing is said, by the compiler either.</summary>
    public static void IsClean(string source) => Assert.Empty(Said(source));

    /// <summary>The same of a member of a class.</summary>
    public static void IsCleanOf(string member) => IsClean(Class(member));

    /// <summary>A member of a class with all that it needs, as one file.</summary>
    public static string Whole(string member) => $"{Usings}\n{Given}\n{Class(member)}".Replace("[|", "").Replace("|]", "");

    private static string Class(string member) => $"public static class User\n{{\n{member}\n}}";

    private static Diagnostic[] Said(string source)
    {
        Generation generation = Generation.Of(Compiler.Parse(Usings, "Usings.cs"), Compiler.Parse(Given, "Given.cs"), Compiler.Parse(source));
        return
        [
            .. generation.Output.WithAnalyzers([.. Analysis.Analyzers, new CompleteSwitch()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult()
                .Concat(generation.Diagnostics)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed && diagnostic.Id != "CS1591"),
        ];
    }
}
