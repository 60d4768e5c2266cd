using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Pages.Parts;

internal static class RecoursePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Forest<Borrower> forest = Lender.Forest;
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 0.6 };
        Borrower one = new(Age: 40, Income: 24_000, YearsAtJob: 2, Cards: 4, CardsInArrears: 2, Home.Rents, IsForeign: true, HasDefaulted: false, Savings: 500);

        console.WriteLine(recourse.Plan(forest, one));
        console.WriteLine(recourse.Find(forest, one) switch
        {
            Found<Borrower> found => $"{found.Actions[0]}, after {found.Queries} rows",
            NoRecourse<Borrower> none => $"certainly none: {none}",
            BudgetExhausted<Borrower> undecided => $"not known: {undecided}",
        });
        // </page>
    }
}
