using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Shap;

/// <summary>A feature is out of the game only where it equals every background value, to the bit.</summary>
public class PlayerTests
{
    public static TheoryData<double, double, double, double> Near => new()
    {
        { 5e-9, 1e-9, 1e9, 0 },
        { 1_000_009, 1_000_004, 1, -1e6 },
        { 149_999.99, 149_999.5, 2, 0 },
        { 1e15 + 1, 1e15, 1, -1e15 },
        { 3e-300, 1e-300, 1e300, 0 },
        { 1 + double.Epsilon + 2.220446049250313e-16, 1, 4503599627370496, -4503599627370496 },
    };

    [Theory]
    [MemberData(nameof(Near))]
    public void ADifferenceCountsHoweverSmall(double own, double other, double slope, double constant)
    {
        IModel<Amount> model = Model.From<Amount>(amount => (slope * amount.A) + constant);
        double expected = ((slope * own) + constant) - ((slope * other) + constant);
        Assert.NotEqual(0, expected);
        foreach (IShapExplainer<Amount> explainer in Explainers<Amount>(new Dataset<Amount>([new(other), new(other)])))
        {
            ShapValues<Amount> values = explainer.Values(model, new(own));
            Assert.Equal((slope * other) + constant, values.BaseValue);
            Assert.Equal(expected, values.Contributions.A);
        }
    }

    [Fact]
    public void TheValuesOfTheReports()
    {
        Dataset<Amount> small = new([new(1e-9)]), large = new([new(1_000_004)]);
        ShapValues<Amount> molar = new KernelShap<Amount> { Background = small }.Values(Model.From<Amount>(amount => 1e9 * amount.A), new(5e-9));
        Assert.Equal(1, molar.BaseValue, 1e-15);
        Assert.Equal(4, molar.Contributions.A, 1e-15);
        ShapValues<Amount> number = new KernelShap<Amount> { Background = large }.Values(Model.From<Amount>(amount => amount.A - 1e6), new(1_000_009));
        Assert.Equal((4, 5), (number.BaseValue, number.Contributions.A));
    }

    [Fact]
    public void TimesWithinHours()
    {
        DateTime day = new(2024, 3, 1);
        Dataset<Appointment> background = new([new(day.AddHours(12), 30)]);
        IModel<Appointment> model = Model.From<Appointment>(appointment => appointment.At.Hour);
        foreach (IShapExplainer<Appointment> explainer in Explainers<Appointment>(background))
        {
            ShapValues<Appointment> values = explainer.Values(model, new(day.AddHours(14), 30));
            Assert.Equal((12, 2, 0), (values.BaseValue, values.Contributions.At, values.Contributions.Length));
        }
    }

    [Fact]
    public void MinusZeroIsAnotherNumber()
    {
        IModel<Amount> model = Model.From<Amount>(amount => double.IsNegative(amount.A) ? 7 : 3);
        foreach (IShapExplainer<Amount> explainer in Explainers<Amount>(new Dataset<Amount>([new(0.0)])))
        {
            Assert.Equal(4, explainer.Values(model, new(-0.0)).Contributions.A);
            Assert.Equal(0, explainer.Values(model, new(0.0)).Contributions.A);
        }
    }

    /// <summary>Equal everywhere: no coalition is asked about, and φ is exactly 0.</summary>
    [Fact]
    public void AnEqualFeatureIsNoPlayer()
    {
        Dataset<Concentration> background = new([new(1e-9, 2, 3), new(2e-9, 2, 4)]);
        List<int> batches = [];
        ShapValues<Concentration> values = new KernelShap<Concentration> { Background = background }.Values(
            Counted.Of(Model.From<Concentration>(row => (row.A * 1e9) + (row.B * row.C)), batches), new(5e-9, 2, 5));
        Assert.Equal(0, values.Contributions.B);
        Assert.Equal([3, 2 * 2], batches);
    }

    /// <summary>Forty rows of 1e-9 to 1e-6 mol/l, of a model in which all act together.</summary>
    [Fact]
    public void MolarConcentrations()
    {
        RandomStream stream = new(11, "molar");
        Concentration[] rows = [.. Enumerable.Range(0, 40).Select(row => new Concentration(Molar(3 * row), Molar((3 * row) + 1), Molar((3 * row) + 2)))];
        WeightedRows<Concentration> background = new Dataset<Concentration>(rows[..12]);
        IModel<Concentration> model = Model.From<Concentration>(row => -Math.Log10(row.A + row.B) + (1e12 * row.A * row.C) + (row.B / (row.B + 1e-7)));
        KernelShap<Concentration> kernel = new() { Background = background };
        PermutationShap<Concentration> permutation = new() { Background = background, Permutations = 500 };
        foreach (Concentration row in rows)
        {
            double[] expected = ShapTwin.OfOrders(3, known => ShapTwin.Interventional(model, row, background, known));
            ShapValues<Concentration> exact = kernel.Values(model, row), drawn = permutation.Values(model, row);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(expected[i], exact.Contributions[i], 1e-12);
                Assert.InRange(drawn.Contributions[i] - expected[i], -5 * drawn.StandardErrors![i] - 1e-12, (5 * drawn.StandardErrors[i]) + 1e-12);
            }
        }

        double Molar(int at) => Math.Pow(10, (3 * stream.Uniform(at)) - 9);
    }

    private static IShapExplainer<T>[] Explainers<T>(WeightedRows<T> background)
        where T : IFeatureRecord<T> =>
        [new KernelShap<T> { Background = background }, new KernelShap<T> { Background = background, ExactUpTo = 0 }, new PermutationShap<T> { Background = background }];
}
