using Credit;
using TypedExplain.Decisions;

// A forest decides on credit; people who are denied are told why, and what would change the answer.
string folder = Environment.GetEnvironmentVariable("TYPEDEXPLAIN_DATA") is { Length: > 0 } stated ? stated : Path.Combine("..", "shared", "data");
string file = Path.Combine(folder, "german", "german.csv");
if (!File.Exists(file))
{
    Console.WriteLine($"There is no {file}: set TYPEDEXPLAIN_DATA to a folder with german/german.csv, the German credit data of UCI as one table.");
    return;
}

const double Cutoff = 0.5;
Dataset<CreditApplication> people = GermanCredit.Read(file);
IModel<CreditApplication> forest = new RandomForest<CreditApplication> { MinLeafRows = 5, Seed = 7 }.Train(people).As(OutputKind.Probability);

PrincipalReasons<CreditApplication> reasons = new() { Reference = Reference.AtCutoff(people, Cutoff, band: 0.1) };
Recourse<CreditApplication> recourse = new() { Wanted = answer => answer >= Cutoff, Alternatives = 3, Examples = people };

// One letter of each kind: reasons stated and refused, with recourse and without.
HashSet<(bool, bool)> written = [];
foreach (CreditApplication applicant in people.Rows)
{
    if (forest.Predict(applicant) >= Cutoff)
        continue;
    ReasonStatement<CreditApplication> statement = reasons.State(forest, applicant);
    RecourseOutcome<CreditApplication> outcome = recourse.Find(forest, applicant);
    if (written.Add((statement is Stated<CreditApplication>, outcome is Found<CreditApplication>)))
        Console.WriteLine(Letter.Of(statement, outcome));
}

// What the lender looks at: recourse over everybody, by housing; then the same for a logistic model.
Recourse<CreditApplication> audited = recourse with { Alternatives = 1, Examples = null, TestsRobustness = false };
Console.WriteLine("Forest of 100 trees");
Console.WriteLine(audited.Audit(forest, people, one => one.Housing.ToString()));
Console.WriteLine();
Console.WriteLine("Logistic model");
Console.WriteLine(audited.Audit(LogisticModel.Train(people), people).ToString());
