using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

/// <summary>A bad record is turned away at the border, by every door, with its record, feature, value and what is allowed.</summary>
public class RecordTests
{
    private static readonly LoanApplication s_good = Loans.Load()[0];
    private static readonly Numbers s_numbers = new(1, 2, 3, 4, 5);

    [Fact]
    public void NotANumber() => Refused(s_good with { AnnualIncome = double.NaN }, "LoanApplication.AnnualIncome is NaN; it must be 0 to 500000.");

    [Fact]
    public void Infinity() => Refused(s_good with { AnnualIncome = double.PositiveInfinity }, "LoanApplication.AnnualIncome is Infinity; it must be 0 to 500000.");

    [Fact]
    public void BelowTheRange() => Refused(s_good with { Age = 17 }, "LoanApplication.Age is 17; it must be a whole number, 18 to 100.");

    [Fact]
    public void AboveTheRange() => Refused(s_good with { Age = 101 }, "LoanApplication.Age is 101; it must be a whole number, 18 to 100.");

    [Fact]
    public void UndefinedCategory() => Refused(s_good with { Housing = (Housing)7 }, "LoanApplication.Housing is 7; it must be Rent, Mortgage, Own.");

    [Fact]
    public void NotANumberWithoutARange() => Refused(s_numbers with { Single = float.NaN }, "Numbers.Single is NaN; it must be -3.4028234663852886E+38 to 3.4028234663852886E+38.");

    [Fact]
    public void WholeNumberBeyondWhatADoubleHolds() => Refused(s_numbers with { Long = 9007199254740993 }, "Numbers.Long is 9007199254740992; it must be a whole number, -9007199254740991 to 9007199254740991.");

    [Fact]
    public void MoneyBeyondItsLimits() => Refused(s_numbers with { Money = decimal.MaxValue }, "Numbers.Money is");

    [Fact]
    public void EndsOfARangeAreLegal()
    {
        double[] columns = new double[5];
        FeatureSchema.Of<RangedNumbers>().Encode(new(1, 0.1f, 3, 10, 0.99m), columns);
        FeatureSchema.Of<RangedNumbers>().Encode(new(-1, 0, -2, 0, 0.01m), columns);
    }

    private static void Refused<T>(T record, string message)
        where T : IFeatureRecord<T>
    {
        IModel<T> model = Model.From<T>(_ => 1);
        InvalidFeatureException error = Assert.Throws<InvalidFeatureException>(() => new Dataset<T>([record]));
        Assert.StartsWith(message, error.Message);
        Assert.Equal(T.Schema.Name, error.Record);
        Assert.Equal(message, Assert.Throws<InvalidFeatureException>(() => model.Predict(record)).Message[..message.Length]);
        Assert.Throws<InvalidFeatureException>(() => new Lime<T> { Neighborhood = Anywhere<T>() }.Explain(model, record));
    }

    private static AnyNeighborhood<T> Anywhere<T>()
        where T : IFeatureRecord<T> => new();

    private sealed class AnyNeighborhood<T> : INeighborhood<T>
        where T : IFeatureRecord<T>
    {
        public int Samples => 10;

        public FeatureStatistics<T> Statistics => throw new InvalidOperationException("not reached");

        public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => throw new InvalidOperationException("not reached");
    }
}
