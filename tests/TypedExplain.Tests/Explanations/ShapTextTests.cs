using System.Runtime.CompilerServices;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>What a person reads of SHAP values.</summary>
public class ShapTextTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);

    [Fact]
    public void KernelShapOfALoan() => Matches(new KernelShap<LoanApplication> { Background = s_loans }.Values(s_model, s_loans[0]));

    [Fact]
    public void LogOdds() => Matches(new PermutationShap<LoanApplication> { Background = s_loans, Link = LinkFunction.Logit, Permutations = 4 }.Values(Model.From<LoanApplication>(loan => Loans.Score(loan) / 2), s_loans[0]));

    [Fact]
    public void FewCoalitions() => Matches(new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 8 }
        .Values(Model.From<LoanApplication>(loan => Loans.Score(loan) * (loan.HasDefaulted ? 1 : loan.Age / 50.0)), s_loans[0]));

    [Fact]
    public void Protected()
    {
        Dataset<Annotated> rows = new([new(20_000, true, Housing.Own) { Age = 30 }, new(40_000, false, Housing.Rent) { Age = 50 }]);
        Matches(new KernelShap<Annotated> { Background = rows }.Values(Model.From<Annotated>(row => (row.Income / 1e5) + (row.Female ? 3 : 0) + (row.Age / 100.0)), rows[0]));
    }

    [Fact]
    public void LinearForm()
    {
        Explanation<LoanApplication> linear = new PermutationShap<LoanApplication> { Background = s_loans }.Explain(s_model, s_loans[0]);
        Snapshot.Matches(linear.ToString(), "txt");
    }

    private static void Matches<T>(ShapValues<T> values, [CallerMemberName] string member = "")
        where T : IFeatureRecord<T> => Snapshot.Matches(values.ToString(), "txt", member: member);
}
