using System.Runtime.CompilerServices;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>What a person reads.</summary>
public class ExplanationTextTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Radius = 0.3, Samples = 500 };
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);

    [Fact]
    public void LimeOfALoan() => Matches(new Lime<LoanApplication> { Neighborhood = s_around, Seed = 7 }, s_model);

    [Fact]
    public void LinexOfALoan() => Matches(new Linex<LoanApplication> { Neighborhood = s_around, Environments = 4, Seed = 7 }, s_model);

    [Fact]
    public void ConstantModel() => Matches(new Lime<LoanApplication> { Neighborhood = s_around }, Model.From<LoanApplication>(_ => 0.25));

    [Fact]
    public void Baseline() => Matches(new TrivialExplainer<LoanApplication> { Background = s_loans }, s_model);

    /// <summary>The cautions of a fit to too few samples, over a background in which one feature never varies.</summary>
    [Fact]
    public void Cautions()
    {
        Dataset<LoanApplication> renters = new(s_loans.Rows.Select(loan => loan with { Housing = Housing.Rent }));
        GaussianNeighborhood<LoanApplication> few = new() { Background = renters, Samples = 4, HoldConstantFeatures = true };
        IModel<LoanApplication> rough = Model.From<LoanApplication>(loan => loan.Age * 37 % 11);
        Matches(new Lime<LoanApplication> { Neighborhood = few, Kernel = new ExponentialKernel { Width = 0.4 }, Ridge = 1000 }, rough);
    }

    private static void Matches(IExplainer<LoanApplication> explainer, IModel<LoanApplication> model, [CallerMemberName] string member = "") =>
        Snapshot.Matches(explainer.Explain(model, s_loans[0]).ToString(), "txt", member: member);
}
