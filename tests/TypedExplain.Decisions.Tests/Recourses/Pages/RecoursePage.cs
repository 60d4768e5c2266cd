using TypedExplain.Decisions.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses.Pages;

/// <summary>The program of the section on recourse of docs/decisions.md. The lines between the marks stand there word for word.</summary>
internal static class RecoursePage
{
    public static void Run(TextWriter console)
    {
        // <page>
        Dataset<Borrower> past = Lender.Past;
        Forest<Borrower> forest = Lender.Forest;
        Recourse<Borrower> recourse = new() { Wanted = answer => answer >= 0.6, Alternatives = 3 };

        Borrower one = new(Age: 40, Income: 24_000, YearsAtJob: 2, Cards: 4, CardsInArrears: 2, Home.Rents, IsForeign: true, HasDefaulted: false, Savings: 500);
        console.WriteLine(recourse.Plan(forest, one));
        console.WriteLine();
        Tell(recourse.Find(forest, one));
        Tell(recourse.Find(forest, one with { Income = 0, Savings = null, HasDefaulted = true, YearsAtJob = 0, Cards = 20, CardsInArrears = 20 }));
        Tell((recourse with { Wanted = answer => answer >= 1 }).Find(forest, one with { HasDefaulted = true, Savings = null }));

        console.WriteLine((recourse with { Alternatives = 1, TestsRobustness = false }).Audit(forest, past, someone => someone.Home.ToString()));

        void Tell(RecourseOutcome<Borrower> outcome)
        {
            switch (outcome)
            {
                case Found<Borrower> found:
                    foreach (RecourseAction<Borrower> action in found.Actions)
                        console.WriteLine($"{action}; {action.Robustness:P0} of its neighbors hold");
                    console.WriteLine($"No action is cheaper, among {found.Reachable:N0} reachable rows; {found.Queries} were asked about.\n");
                    break;
                case NoRecourse<Borrower> none:
                    console.WriteLine($"{none}\n");
                    break;
                case BudgetExhausted<Borrower> undecided:
                    console.WriteLine($"{undecided}\n");
                    break;
            }
        }
        // </page>
    }
}
