using TypedExplain.Tests.Runs;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Global;

/// <summary>What if one feature were another: the model's own answers for the changed record.</summary>
public class CeterisParibusTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(loan => Loans.Score(loan));
    private static readonly CeterisParibus<LoanApplication> s_whatIf = new() { Background = s_loans, Points = 7 };

    [Fact]
    public void Numbers_are_the_answers_for_the_changed_record()
    {
        LoanApplication loan = s_loans[3];
        CeterisParibusCurve<LoanApplication> curve = s_whatIf.Of(s_model, loan, LoanApplicationFeatures.Age);

        Assert.InRange(curve.Points.Length, 2, 7);
        Assert.All(curve.Points, point => Assert.Equal(Loans.Score(loan with { Age = (int)point.At.Value }), point.Mean));
        Assert.Equal(Loans.Score(loan), curve.Prediction);
        Assert.Equal(curve.Points.Length + 1, curve.Queries);
        Assert.Equal(s_loans.Count, curve.Points.Sum(point => point.At.Support));
        Assert.All(curve.Points, point => Assert.Equal(double.NaN, point.StandardError));
    }

    [Fact]
    public void Categories_and_flags()
    {
        LoanApplication loan = s_loans[5];
        Assert.All(s_whatIf.Of(s_model, loan, LoanApplicationFeatures.Housing).Points, point => Assert.Equal(Loans.Score(loan with { Housing = Enum.Parse<Housing>(point.At.Label) }), point.Mean));
        Assert.All(s_whatIf.Of(s_model, loan, LoanApplicationFeatures.HasDefaulted).Points, point => Assert.Equal(Loans.Score(loan with { HasDefaulted = point.At.Value == 1 }), point.Mean));
    }

    [Fact]
    public async Task A_model_that_is_awaited_gives_the_same()
    {
        CeterisParibusCurve<LoanApplication> curve = await s_whatIf.OfAsync(new LateModel<LoanApplication>(s_model), s_loans[1], LoanApplicationFeatures.AnnualIncome);
        Assert.Equal(s_whatIf.Of(s_model, s_loans[1], LoanApplicationFeatures.AnnualIncome).Points.Select(point => point.Mean), curve.Points.Select(point => point.Mean));
    }

    [Fact]
    public void The_text_says_what_it_is_and_has_no_error_of_one_row()
    {
        CeterisParibusCurve<LoanApplication> curve = s_whatIf.Of(s_model, s_loans[3], LoanApplicationFeatures.Age);
        Assert.StartsWith("What if Age on score (score): 1 row, ", curve.ToString());
        Assert.DoesNotContain("NaN", curve.ToString());
        Assert.DoesNotContain("NaN", curve.Points[0].ToString());
    }
}
