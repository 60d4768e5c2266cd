using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Benchmarks;

/// <summary>
/// A project of annotated records, each in a file of its own; for every ten of them a file with a record and two enums that
/// they share, and one file that holds no record.
/// </summary>
internal static class AnnotatedProject
{
    private const int Sharing = 10;

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(FeatureRecordAttribute).Assembly.Location)
            .Distinct()
            .Where(path => File.Exists(path) && Path.GetFileNameWithoutExtension(path) is not ("TypedExplain.Generators" or "TypedExplain.Analyzers"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14);

    public const string ProgramPath = "Program.cs";

    /// <summary>The project, parsed and not bound.</summary>
    /// <param name="records">How many annotated records stand in files of their own.</param>
    public static CSharpCompilation Of(int records) => CSharpCompilation.Create(
        "Shop",
        [
            .. Enumerable.Range(0, records).Select(number => Parse(LoanPath(number), Loan(number))),
            .. Enumerable.Range(0, (records + Sharing - 1) / Sharing).Select(number => Parse(SharedPath(number), Shared(number))),
            Parse(ProgramPath, Program()),
        ],
        s_references,
        new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string path, string source) => CSharpSyntaxTree.ParseText(source, Options, path, Encoding.UTF8);

    public static string LoanPath(int number) => $"Loan{number}.cs";

    public static string SharedPath(int number) => $"Shared{number}.cs";

    /// <summary>A file that holds no record.</summary>
    /// <param name="word">A word in the body of a method.</param>
    /// <param name="method">The name of that method.</param>
    /// <param name="value">What a field begins with.</param>
    public static string Program(string word = "open", string method = "Greet", int value = 1) =>
        $$"""
        namespace Shop;

        internal static class Program
        {
            private static readonly int s_shops = {{value}};

            public static string {{method}}()
            {
                return $"We are {{word}} in {s_shops} places.";
            }
        }
        """;

    /// <summary>A file with one record.</summary>
    /// <param name="number">Which of them.</param>
    /// <param name="oldest">The end of a range.</param>
    /// <param name="comment">What stands before the record.</param>
    public static string Loan(int number, int oldest = 100, string comment = "") =>
        $$"""
        using System;
        using TypedExplain;

        namespace Shop;
        {{comment}}
        /// <summary>Loan application {{number}}, as the credit model sees it.</summary>
        /// <param name="Age">Age of the applicant.</param>
        /// <param name="AnnualIncome">Income before tax.</param>
        /// <param name="Housing">How the applicant lives.</param>
        /// <param name="HasDefaulted">Whether a loan was ever not paid back.</param>
        /// <param name="Purpose">What the money is for.</param>
        /// <param name="Opened">When the account was opened.</param>
        /// <param name="Waited">How long the applicant has waited.</param>
        /// <param name="Address">Where the applicant lives.</param>
        /// <param name="Savings">What the applicant has put by.</param>
        [FeatureRecord]
        public sealed partial record Loan{{number}}(
            [Numeric(18, {{oldest}}, Unit = "years"), OnlyIncreases, Step(1), ShownAs("Age of the applicant")] int Age,
            [Numeric(0, 500_000, Unit = "EUR"), Cost(0.001)] double AnnualIncome,
            [Categorical, Cost(2)] Housing{{number / Sharing}} Housing,
            [Immutable, Protected] bool HasDefaulted,
            [Categories("car", "house", "education", "other")] string Purpose,
            [MeasuredIn(TimeUnit.Years), Immutable] DateOnly Opened,
            [MeasuredIn(TimeUnit.Hours)] TimeSpan Waited,
            Address{{number / Sharing}} Address,
            [Numeric(0, 1e9, Unit = "EUR")] decimal Savings)
        {
            /// <summary>How many other loans are open.</summary>
            [Numeric(0, 20), OnlyDecreases]
            public required int OpenLoans { get; init; }

            /// <summary>Who entered the application.</summary>
            [NotAFeature]
            public string? Clerk { get; init; }

            /// <summary>Income for each open loan.</summary>
            public double IncomePerLoan => AnnualIncome / (1 + OpenLoans);
        }
        """;

    /// <summary>A file with what ten records share.</summary>
    /// <param name="number">Which of them.</param>
    /// <param name="last">The last member of an enum.</param>
    public static string Shared(int number, string last = "Mortgage") =>
        $$"""
        using TypedExplain;

        namespace Shop;

        /// <summary>How an applicant lives.</summary>
        public enum Housing{{number}} { Rent, Own, {{last}} }

        /// <summary>Where an applicant lives.</summary>
        [FeatureRecord]
        public readonly partial record struct Address{{number}}(
            [Numeric(0, 200, Unit = "km")] double DistanceToBranch,
            [Ordinal] Density{{number}} Density,
            bool IsRural);

        /// <summary>How many people live near.</summary>
        public enum Density{{number}} { Low, Middle, High }
        """;
}
