using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

public class DatasetTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);

    [Fact]
    public void NoRows() => Assert.Equal(
        "A data set of LoanApplication has no rows; it needs at least 1.",
        Assert.Throws<InvalidDatasetException>(() => new Dataset<LoanApplication>([])).Message);

    [Fact]
    public void OneRow()
    {
        Dataset<LoanApplication> one = new([s_loans[0]]);
        Assert.Contains("needs at least 2", Assert.Throws<InvalidDatasetException>(() => one.Statistics).Message);
        Assert.Contains("needs at least 2", Assert.Throws<InvalidDatasetException>(() => one.Split(0.5, 1)).Message);
        Assert.Contains("needs at least 2", Assert.Throws<InvalidDatasetException>(() => new RandomForest<LoanApplication>().Train(one.WithTarget([1]))).Message);
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = one } };
        Assert.Contains("needs at least 2", Assert.Throws<InvalidDatasetException>(() => lime.Explain(s_model, s_loans[0])).Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void TargetThatIsNoNumber(double bad)
    {
        double[] target = new double[s_loans.Count];
        target[3] = bad;
        string message = Assert.Throws<InvalidDatasetException>(() => s_loans.WithTarget(target)).Message;
        Assert.StartsWith("The target of row 3 (LoanApplication { Age = ", message);
        Assert.EndsWith($"is {bad}; it must be a finite number.", message);
    }

    [Fact]
    public void TargetsAndLabelsOfAnotherNumber()
    {
        Assert.Equal("2 targets were given for 40 rows of LoanApplication; each row needs one.", Assert.Throws<InvalidDatasetException>(() => s_loans.WithTarget([1, 2])).Message);
        Assert.Throws<InvalidDatasetException>(() => s_loans.WithLabels([Housing.Own]));
        Assert.Contains("The label of row 0 is 9; it must be one of Rent, Mortgage, Own.", Assert.Throws<InvalidDatasetException>(() => s_loans.WithLabels(Enumerable.Repeat((Housing)9, 40))).Message);
    }

    [Fact]
    public void ForestWithoutATarget() =>
        Assert.Contains("call WithTarget or WithLabels", Assert.Throws<InvalidDatasetException>(() => new RandomForest<LoanApplication>().Train(s_loans)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void FractionOutsideItsRange(double fraction) =>
        Assert.Contains("it must lie between 0 and 1", Assert.Throws<InvalidOptionException>(() => s_loans.Split(fraction, 1)).Message);

    [Fact]
    public void ConstantFeature()
    {
        Dataset<LoanApplication> constant = new(s_loans.Rows.Select(loan => loan with { AnnualIncome = 30_000 }));
        GaussianNeighborhood<LoanApplication> around = new() { Background = constant, Samples = 50 };
        Assert.StartsWith(
            "LoanApplication.AnnualIncome is 30,000 in all 40 background rows, so nothing can be learned of its effect.",
            Assert.Throws<InvalidDatasetException>(() => new Lime<LoanApplication> { Neighborhood = around }.Explain(s_model, s_loans[0])).Message);

        foreach (NeighborhoodCenter center in Enum.GetValues<NeighborhoodCenter>())
        {
            List<double> incomes = [];
            IModel<LoanApplication> watching = Model.From<LoanApplication>(loan =>
            {
                incomes.Add(loan.AnnualIncome);
                return Loans.Score(loan);
            });
            Linex<LoanApplication> linex = new() { Neighborhood = around with { HoldConstantFeatures = true, Center = center } };
            Explanation<LoanApplication> explanation = linex.Explain(watching, s_loans[0]);
            Assert.Equal([s_loans[0].AnnualIncome], incomes.Distinct());
            Assert.Equal(0, explanation.Attribution.AnnualIncome);
            Assert.True(explanation.Caveats.HasFlag(Caveats.HeldFeatures));
        }
    }

    [Fact]
    public void ConstantCategoryAndFlagAreHeldAtTheInstance()
    {
        Dataset<LoanApplication> constant = new(s_loans.Rows.Select(loan => loan with { Housing = Housing.Own, HasDefaulted = true }));
        GaussianNeighborhood<LoanApplication> around = new() { Background = constant, Samples = 50 };
        Assert.Contains("LoanApplication.Housing is Own", Assert.Throws<InvalidDatasetException>(() => new Lime<LoanApplication> { Neighborhood = around }.Explain(s_model, s_loans[0])).Message);

        LoanApplication other = s_loans[0] with { Housing = Housing.Rent, HasDefaulted = false };
        HashSet<(Housing, bool)> seen = [];
        IModel<LoanApplication> watching = Model.From<LoanApplication>(loan =>
        {
            seen.Add((loan.Housing, loan.HasDefaulted));
            return Loans.Score(loan);
        });
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = around with { HoldConstantFeatures = true } }.Explain(watching, other);
        Assert.Equal([(Housing.Rent, false)], seen);
        Assert.Equal(0, explanation.Attribution.Housing);
    }

    [Fact]
    public void LabelsAreMissingForClassMetrics() => Assert.Contains(
        "data.WithLabels(...)",
        Assert.Throws<InvalidDatasetException>(() => new ClassAttributionConsistency<LoanApplication>().Evaluate(new TrivialExplainer<LoanApplication> { Background = s_loans }, s_model, s_loans)).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void TooFewRowsForTheNeighbors(int neighbors) => Assert.Contains(
        "below the number of rows, 40",
        Assert.Throws<InvalidOptionException>(() => new Infidelity<LoanApplication>().Evaluate(new TrivialExplainer<LoanApplication> { Background = s_loans }, s_model, s_loans, neighbors)).Message);
}
