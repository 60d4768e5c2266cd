using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.BadInput;

public class ModelTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 30 } };

    [Theory]
    [InlineData(double.NaN, "NaN or was not filled")]
    [InlineData(double.PositiveInfinity, "infinite")]
    [InlineData(double.NegativeInfinity, "infinite")]
    public void AnswerThatIsNoNumber(double answer, string what)
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => loan.HasDefaulted ? answer : 1);
        string message = Assert.Throws<InvalidModelException>(() => s_lime.Explain(model, s_loans[0])).Message;
        Assert.Contains($"The model's output score is {what} for LoanApplication {{ Age = ", message);
        Assert.Contains("HasDefaulted = true", message);
    }

    [Theory]
    [InlineData(29)]
    [InlineData(31)]
    [InlineData(0)]
    public void WrongNumberOfAnswers(int answers)
    {
        IModel<LoanApplication> model = Model.FromBatch<LoanApplication>(_ => new double[answers]);
        Assert.Equal(
            $"The model gave {answers} answers for 30 records of LoanApplication; it must give one for each.",
            Assert.Throws<InvalidModelException>(() => s_lime.Explain(model, s_loans[0])).Message);
    }

    [Fact]
    public void AnswersThatWereNotFilled()
    {
        IModel<LoanApplication> model = Model.FromRows<LoanApplication>((rows, scores) => scores[..^1].Clear());
        Assert.Contains("NaN or was not filled", Assert.Throws<InvalidModelException>(() => s_lime.Explain(model, s_loans[0])).Message);
        IModel<LoanApplication> second = Model.From<LoanApplication>(["yes", "no"], (_, scores) => scores[0] = 1).Output("no");
        Assert.Contains("output no is NaN or was not filled", Assert.Throws<InvalidModelException>(() => s_lime.Explain(second, s_loans[0])).Message);
    }

    [Fact]
    public void SeveralOutputs()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(["yes", "no"], (loan, scores) => (scores[0], scores[1]) = (Loans.Score(loan), 1 - Loans.Score(loan)));
        Assert.Equal(
            "The model has 2 outputs (yes, no) and one is explained at a time: choose it with model.Output(...).",
            Assert.Throws<InvalidModelException>(() => s_lime.Explain(model, s_loans[0])).Message);
        Assert.Equal("The model has no output named maybe; it has yes, no.", Assert.Throws<InvalidModelException>(() => model.Output("maybe")).Message);
        Assert.Throws<InvalidModelException>(() => model.Output(Housing.Own));

        Explanation<LoanApplication> yes = s_lime.Explain(model.Output("yes"), s_loans[0]), no = s_lime.Explain(model.Output("no"), s_loans[0]);
        Assert.Equal("no", no.Output);
        Assert.Equal(yes.Attribution.AnnualIncome, -no.Attribution.AnnualIncome, 1e-12);
    }

    [Fact]
    public void OutputsWithoutNames()
    {
        Assert.Throws<InvalidModelException>(() => Model.From<LoanApplication>([], (_, _) => { }));
        Assert.Contains("same name", Assert.Throws<InvalidModelException>(() => Model.From<LoanApplication>(["a", "a"], (_, _) => { })).Message);
    }
}
