using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>A cost of the user's own, which tells its type only.</summary>
internal sealed record IncomeIsDear(double Factor) : IActionCost<Borrower>
{
    public double CostOf(Feature<Borrower> feature, double from, double to, int steps) => feature == BorrowerFeatures.Income ? Factor * steps : steps;
}
