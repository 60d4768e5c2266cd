namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>TEX0018: what a record holds beside its features, at the token that says so; and what is right beside them.</summary>
public class UncarriedStateTests
{
    private const string Usings = "using System; using System.Collections.Generic; using TypedExplain;\n";

    [Theory]
    // The example: Income + 100 · Age was shown as 5,000 with R² 1.000, and 35,000 is right.
    [InlineData("[Numeric(18, 100)] public int Age { get; set; } public double [|Income|];", "Income", "it is a field, and only properties are features; make it a public property")]
    [InlineData("public int Age { get; set; } internal double [|Income|];", "Income", "it is a field, and only properties are features; make it a public property")]
    [InlineData("public int Age { get; set; } internal double [|Income|] { get; set; }", "Income", "it can be set and is not public, so it is not a feature; make it public")]
    [InlineData("public int Age { get; set; } internal double [|Income|] { get; init; }", "Income", "it can be set and is not public, so it is not a feature; make it public")]
    [InlineData("public int Age { get; set; } protected internal double [|Income|] { get; set; }", "Income", "it can be set and is not public, so it is not a feature; make it public")]
    [InlineData("public int Age { get; set; } private double [|Income|] { get; set; } public void Earn(double income) => Income = income;", "Income", "'Earn' changes it; give it an init accessor")]
    [InlineData("public int Age { get; set; } private double [|_income|]; public void Earn(double income) { _income += income; } public double Monthly => _income / 12;", "_income", "'Earn' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } protected double [|income|]; public static Loan Of(double income) => new() { income = income };", "income", "'Of' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private int [|_count|]; public int Next() => ++_count;", "_count", "'Next' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_a|], _b; public void Set(double a) => (_a, _) = (a, 0);", "_a", "'Set' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_a|]; public void Set(string a) => double.TryParse(a, out _a);", "_a", "'Set' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_income|]; public double this[int i] { get => _income; set => _income = value; }", "_income", "'this[]' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_income|]; internal double Income { get => _income; set => _income = value; }", "_income", "'Income' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_income|]; public ref double Income() => ref _income;", "_income", "'Income' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private double [|_income|]; public class Maker { public Loan Make() { Loan loan = new(); loan._income = 3; return loan; } }", "_income", "'Maker' changes it; make it a public property that can be set")]
    [InlineData("public Loan() { } public Loan(double income) { _income = income; } public int Age { get; set; } private readonly double [|_income|]; public double Income => _income;", "_income", "'Loan.Loan(double)' is a constructor that rows do not go through, and sets it; make it a public property that can be set")]
    [InlineData("public Loan() { } public Loan(double income) => Income = income; public int Age { get; set; } public double [|Income|] { get; } = 30000;", "Income", "'Loan.Loan(double)' is a constructor that rows do not go through, and sets it; give it an init accessor")]
    [InlineData("public int Age { get; set; } public List<double> [|Payments|] { get; } = [];", "Payments", "what it holds can be changed, and no feature brings that back; leave it out")]
    [InlineData("public int Age { get; set; } public readonly double[] [|Payments|] = new double[3];", "Payments", "what it holds can be changed, and no feature brings that back; leave it out")]
    [InlineData("public int Age { get; set; } public Home [|Home|] { get; } = new();", "Home", "what it holds can be changed, and no feature brings that back; leave it out")]
    [InlineData("public int Age { get; set; } private readonly List<double> [|_paid|] = []; public void Pay(double sum) => _paid.Add(sum); public double Last => _paid[^1];", "_paid", "'Pay' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } private readonly double[] [|_paid|] = new double[3]; public void Pay(double sum) => _paid[0] = sum;", "_paid", "'Pay' changes it; make it a public property that can be set")]
    [InlineData("public int Age { get; set; } public DateTime [|Created|] { get; } = DateTime.UtcNow;", "Created", "its initializer gives every record another value; leave it out")]
    [InlineData("public int Age { get; set; } private readonly Guid [|_id|] = Guid.NewGuid(); public Guid Id => _id;", "_id", "its initializer gives every record another value; leave it out")]
    public void In_a_class(string members, string name, string reason) => Finds($"[FeatureRecord] partial class Loan {{ {members} }} class Home {{ public string City {{ get; set; }} = \"\"; }}", name, reason);

    [Theory]
    [InlineData("[FeatureRecord] partial record Loan(int Age) { public double [|Income|]; }", "Income", "it is a field, and only properties are features; make it a public property")]
    [InlineData("[FeatureRecord] partial record struct Loan(int Age) { internal double [|Income|] = 3; }", "Income", "it is a field, and only properties are features; make it a public property")]
    [InlineData("[FeatureRecord] partial class Loan(double [|income|]) { public Loan() : this(5) { } public int Age { get; set; } public double Yearly => 12 * income; }", "income", "a constructor takes it that rows do not go through; make it a public property")]
    [InlineData("[FeatureRecord] partial class Loan(double [|income|]) { public double Income { get; } = income; public void Raise() => income *= 2; public double Twice() => 2 * income; }", "income", "'Raise' changes it; make it a public property")]
    [InlineData("abstract class Basis { public double [|Income|]; } [FeatureRecord] partial class Loan : Basis { public int Age { get; set; } }", "Income", "it is a field, and only properties are features; make it a public property")]
    [InlineData("abstract class Basis { internal double [|Income|] { get; set; } } abstract class Middle : Basis; [FeatureRecord] partial class Loan : Middle { public int Age { get; set; } }", "Income", "it can be set and is not public, so it is not a feature; make it public")]
    [InlineData("abstract class Basis { public double [|Income|] { get; private set; } = 1; public void Earn(double sum) => Income = sum; } [FeatureRecord] partial class Loan : Basis { public int Age { get; set; } }", "Income", "'Earn' changes it; give it an init accessor")]
    [InlineData("abstract class Basis { protected double [|income|]; } [FeatureRecord] partial class Loan : Basis { public int Age { get; set; } public void Earn(double sum) => income = sum; }", "income", "'Earn' changes it; make it a public property that can be set")]
    [InlineData("abstract class Basis(double income) { private readonly double [|_income|] = income; protected Basis(string text) : this(0) { _income = text.Length; } public double Income => _income; } [FeatureRecord] partial class Loan : Basis { public Loan() : base(0) { } public Loan(string text) : base(text) { } public int Age { get; set; } }", "_income", "'Basis.Basis(string)' is a constructor that rows do not go through, and sets it; make it a public property that can be set")]
    [InlineData("interface IPaid { double Income { get; set; } } [FeatureRecord] partial class Loan : IPaid { public int Age { get; set; } double IPaid.[|Income|] { get; set; } }", "IPaid.Income", "it can be set through an interface, and only public properties are features; make it public")]
    [InlineData("[FeatureRecord] partial record Loan(Origin Birthplace); [FeatureRecord] partial record Origin(double Latitude) { public double [|Longitude|]; }", "Longitude", "it is a field, and only properties are features; make it a public property", "Origin")]
    [InlineData("[FeatureRecord] partial record Loan<T>(int Age) { private T? [|_tag|]; public void Tag(T tag) => _tag = tag; }", "_tag", "'Tag' changes it; make it a public property that can be set")]
    public void In_other_shapes(string source, string name, string reason, string record = "Loan") => Finds(source, name, reason, record);

    [Fact]
    public void What_another_generator_adds_is_told_where_the_record_is()
    {
        Generation own = Generation.Of(Compiler.Parse(Usings + "[FeatureRecord] partial class Loan { public int Age { get; set; } }"));
        Compilation both = own.Output.AddSyntaxTrees(Compiler.Parse("partial class Loan { public double Income { get; set; } }", "Other/Loan.g.cs"));
        Diagnostic diagnostic = Assert.Single(Analysis.Of(both));

        Assert.Equal("TEX0018", diagnostic.Id);
        Assert.Equal("Loan", own.Output.SyntaxTrees.First().GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Contains("'Income'", diagnostic.GetMessage());
    }

    [Fact]
    public void A_field_that_another_generator_makes_a_property_of_is_told()
    {
        Generation own = Generation.Of(Compiler.Parse(Usings + "[FeatureRecord] partial class Loan { public int Age { get; set; } private double _income; }"));
        Compilation both = own.Output.AddSyntaxTrees(Compiler.Parse("partial class Loan { public double Income { get => _income; set => _income = value; } }", "Other/Loan.g.cs"));

        Assert.Equal(["Loan", "_income"], Analysis.Of(both).Select(diagnostic => own.Output.SyntaxTrees.First().GetText().ToString(diagnostic.Location.SourceSpan)));
    }

    [Theory]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } [NotAFeature] public double Income; }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } [NotAFeature] internal double Income { get; set; } [NotAFeature] private int _count; public int Next() => ++_count; }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } public const double Rate = 0.1; public static double Shared; internal static int Count { get; set; } public double Yearly => Age * Rate; }")]
    [InlineData("[FeatureRecord] partial class Loan { private int _age; public int Age { get => _age; set => _age = value; } public Loan() { } public Loan(int age) { _age = age; } public void Birthday() => _age++; }")]
    [InlineData("[FeatureRecord] partial class Loan { private int _age; public int Age { get { return _age; } set { SetField(ref _age, value); } } private static void SetField(ref int field, int value) => field = value; }")]
    [InlineData("[FeatureRecord] partial class Loan { private readonly Dictionary<string, int> _bag = []; public int Age { get => _bag[\"age\"]; set => _bag[\"age\"] = value; } public void Forget() => _bag.Clear(); }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } private double? _yearly; public double Yearly => _yearly ??= 12.0 * Age; }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } private double? _yearly; public double Yearly() { if (_yearly is null) { _yearly = 12.0 * Age; } return _yearly.Value; } }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } private readonly Lazy<int> _once = new(() => 3); public int Once => _once.Value; private readonly object _gate = new(); }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } public event EventHandler? Changed; public void Raise() => Changed?.Invoke(this, EventArgs.Empty); }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } public double Base { get; } = 30000; public string Kind { get; } = \"loan\"; private readonly int _version = 2; public int Version => _version; }")]
    [InlineData("[FeatureRecord] partial class Loan { public Loan(int age) { Age = age; _twice = 2 * age; Half = age / 2; } public int Age { get; } private readonly int _twice; public int Twice => _twice; public readonly int Half; }")]
    [InlineData("[FeatureRecord] partial class Loan(int age) { public int Age { get; } = age; public int Twice => 2 * age; }")]
    [InlineData("[FeatureRecord] partial record Loan(double First, int Second) { public double Product { get; } = First * Second; public Loan(double first) : this(first, 0) { } }")]
    [InlineData("[FeatureRecord] partial record Loan(int Age) { private readonly int _months = 12 * Age; public int Months => _months; protected Loan(Loan other) { Age = other.Age; _months = other._months; } }")]
    [InlineData("[FeatureRecord] partial class Loan { private Loan() { } public Loan(int age, double income) { Age = age; Income = income; } public int Age { get; private set; } public double Income { get; private set; } }")]
    [InlineData("[FeatureRecord] partial class Loan { [Numeric(0, 9)] public partial double Rate { get; set; } [Numeric(0, 9)] public double Capped { get; set => field = Math.Clamp(value, 0, 9); } } partial class Loan { public partial double Rate { get => field; set => field = value; } }")]
    [InlineData("[FeatureRecord] readonly partial record struct Loan(int Of, double Amount) { private readonly int _cache = 3; public double this[int i] => Amount * i + _cache; public static Loan operator +(Loan a, Loan b) => a with { Amount = a.Amount + b.Amount }; }")]
    [InlineData("abstract class Basis { public virtual int Age { get; set; } private string? _text; public override string ToString() => _text ??= $\"{Age}\"; } [FeatureRecord] partial class Loan : Basis { public override int Age { get; set; } }")]
    [InlineData("abstract record Basis<T>(T Tag) { public virtual double Score { get; init; } } [FeatureRecord] partial record Loan(int Tag, double Income) : Basis<int>(Tag) { public override double Score { get; init; } = 1; }")]
    [InlineData("[FeatureRecord] partial class Loan : System.ComponentModel.INotifyPropertyChanged { public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged; private int _age; public int Age { get => _age; set { if (_age == value) return; _age = value; PropertyChanged?.Invoke(this, new(nameof(Age))); } } }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } private int _age2; [NotAFeature] public int Other { get => _age2; set => _age2 = value; } }")]
    [InlineData("[FeatureRecord] partial class Loan { public int Age { get; set; } public Tariff Tariff { get; } = new(\"A\"); public System.Collections.Immutable.ImmutableArray<int> Steps { get; } = [1, 2]; public IReadOnlyList<int> More { get; } = [1]; } record Tariff(string Name);")]
    public void Right_code_is_clean(string source)
    {
        Generation generation = Generation.Of(Usings + source);

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        Assert.Empty(Analysis.Of(generation.Output));
    }

    private static void Finds(string source, string name, string reason, string record = "Loan")
    {
        Marked marked = Marked.Parse(Usings + source);
        Generation generation = Generation.Of(marked.Source);
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
        Diagnostic diagnostic = Assert.Single(Analysis.Of(generation.Output));

        Assert.Equal("TEX0018", diagnostic.Id);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(
            $"Record '{record}' holds '{name}', which no row carries, so that a model would read its default in every neighbor: {reason}, or mark it [NotAFeature]",
            diagnostic.GetMessage());
        Assert.Equal(marked.Span, diagnostic.Location.SourceSpan);
    }
}
