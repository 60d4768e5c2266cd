using System.Globalization;
using System.Text;
using CsCheck;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Laws;

/// <summary>Laws over drawn values. What fails is made small, and its seed is in the message; CsCheck_Seed runs it again.</summary>
public class PropertyTests
{
    private static readonly Gen<LoanApplication> s_loan =
        from age in Gen.Int[18, 100]
        from income in Gen.Double[0, 500_000]
        from housing in Gen.Enum<Housing>()
        from hasDefaulted in Gen.Bool
        select new LoanApplication(age, income, housing, hasDefaulted);

    // A step, a product and a flag: nothing that a line could follow.
    private static readonly Gen<IModel<LoanApplication>> s_model =
        from slope in Gen.Double[-5, 5]
        from step in Gen.Int[18, 100]
        from jump in Gen.Double[-1, 1]
        select Model.From<LoanApplication>(loan => (slope * loan.AnnualIncome / 500_000 * (loan.HasDefaulted ? 2 : 1)) + (loan.Age < step ? jump : 0) + (loan.Housing == Housing.Own ? 1 : 0));

    [Fact]
    public void DecodingUndoesEncoding() => s_loan.Sample(loan =>
    {
        FeatureSchema<LoanApplication> schema = FeatureSchema.Of<LoanApplication>();
        double[] row = new double[schema.Columns];
        schema.Encode(loan, row);
        return new EncodedRows<LoanApplication>(row).Decode(0) == loan;
    });

    [Fact]
    public void NeighborsAreLegalRecordsForAnyRadius() => Gen.Select(s_loan, Gen.Double[0.01, 50], Gen.Int).Sample(
        (loan, radius, seed) =>
        {
            GaussianNeighborhood<LoanApplication> around = new() { Radius = radius, Samples = 8 };
            IModel<LoanApplication> model = Model.From<LoanApplication>(near => near is { Age: >= 18 and <= 100, AnnualIncome: >= 0 and <= 500_000 } && Enum.IsDefined(near.Housing) ? near.Age : throw new InvalidOperationException(near.ToString()));
            return new Lime<LoanApplication> { Neighborhood = around, Seed = seed }.Explain(model, loan).Queries >= 8;
        },
        iter: 200);

    [Fact]
    public void ShapValuesSumToTheGapFromTheBaseValue() => Gen.Select(s_model, s_loan, s_loan.Array[1, 6]).Sample(
        (model, loan, rows) =>
        {
            ShapValues<LoanApplication> values = new KernelShap<LoanApplication> { Background = new Dataset<LoanApplication>(rows) }.Values(model, loan);
            double sum = values.BaseValue;
            foreach (double contribution in values.Contributions.AsSpan())
                sum += contribution;
            return Math.Abs(sum - model.Predict(loan)) < 1e-9;
        },
        iter: 200);

    [Fact]
    public void AModelsLineGetsItsOwnSlopes() => Gen.Select(Gen.Double[-2, 2], Gen.Double[-1e-5, 1e-5], s_loan, Gen.Int).Sample(
        (age, income, loan, seed) =>
        {
            Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Seed = seed, Ridge = 0, Neighborhood = new GaussianNeighborhood<LoanApplication> { Samples = 100 } }
                .Explain(Model.From<LoanApplication>(near => (age * near.Age) + (income * near.AnnualIncome)), loan);
            return Math.Abs(explanation.Attribution.Age - age) < 1e-7 * (1 + Math.Abs(age)) && Math.Abs(explanation.Attribution.AnnualIncome - income) < 1e-9;
        },
        iter: 200);

    [Fact]
    public void CanonicalNumbersReadBackToTheBit() => Gen.Double.Where(double.IsFinite).Sample(number =>
    {
        string text = Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes("[" + number.ToString("R", CultureInfo.InvariantCulture) + "]")));
        double back = double.Parse(text.AsSpan(1, text.Length - 2), CultureInfo.InvariantCulture);
        return number == 0 ? back == 0 : BitConverter.DoubleToUInt64Bits(back) == BitConverter.DoubleToUInt64Bits(number);
    });

    [Fact]
    public void CanonicalTextDoesNotDependOnWhiteSpaceOrOrder() => Gen.Dictionary(Gen.String[1, 8].Where(IsText), Gen.Int)[0, 6].Sample(members =>
    {
        static string Quoted(string text) => "\"" + string.Concat(text.Select(letter => $"\\u{(int)letter:x4}")) + "\"";
        byte[] one = Encoding.UTF8.GetBytes("{" + string.Join(",", members.Select(member => $"{Quoted(member.Key)}:{member.Value}")) + "}");
        byte[] other = Encoding.UTF8.GetBytes(" {\n" + string.Join(" ,\t", members.Reverse().Select(member => $"{Quoted(member.Key)} : {member.Value}")) + " } ");
        return CanonicalJson.Of(one).AsSpan().SequenceEqual(CanonicalJson.Of(other));
    });

    // Half of a surrogate pair is no text, and refused.
    private static bool IsText(string text) => !text.Any(char.IsSurrogate);
}
