using Compare;

Console.OutputEncoding = System.Text.Encoding.UTF8;

(Dataset<Loan> train, Dataset<Loan> test) = LoanData.Make(rows: 1500, seed: 7).Split(testFraction: 0.2, seed: 7);

// On the scale of the trees, as TreeSHAP explains them, so that all effects can be compared: a probability as it is.
IModel<Loan> repaid = new RandomForest<Loan> { MinLeafRows = 10, Seed = 7 }.Train(train).Output(Ending.Repaid).As(OutputKind.Score);
Loan loan = test.Rows.MinBy(row => Math.Abs(repaid.Predict(row) - 0.25))!;

// The first three share samples, kernel and seed: one batch of queries serves them all.
GaussianNeighborhood<Loan> around = new() { Background = train, Samples = 1000, Radius = 0.5 };
Consensus<Loan> consensus = new()
{
    Explainers =
    [
        new Lime<Loan> { Neighborhood = around, Seed = 7 },
        new SmoothedLime<Loan> { Neighborhood = around, Environments = 4, Seed = 7 },
        new Linex<Loan> { Neighborhood = around, Environments = 4, Seed = 7 },
    ],
};
ConsensusExplanation<Loan> together = consensus.Explain(repaid, loan);

IExplainer<Loan>[] others =
[
    new Maple<Loan> { Background = train, Seed = 7 }.Fit(repaid),
    new Melime<Loan> { Neighborhood = new KdeNeighborhood<Loan> { Background = train }, ImportanceTolerance = 0.01, ErrorTolerance = 0.01, Seed = 7 },
    new KernelShap<Loan> { Background = train.Summarize(50, seed: 7), Seed = 7 },
    new TreeShap<Loan> { Background = train },
];

Console.WriteLine($"{loan}\nWhy does the forest give it {repaid.Predict(loan):P0} to be repaid? Effects per standard deviation:\n");
Console.WriteLine(SideBySide.Of([.. together.Explanations, .. others.Select(explainer => explainer.Explain(repaid, loan))]));
Console.WriteLine($"LIME, S-LIME and LINEX asked {together.Queries:N0} times in all. MAPLE also asked about every training row once, when it was fitted.");
Console.WriteLine("KernelSHAP and TreeSHAP are in linear form: a contribution divided by the distance from the mean.\n");

// An explanation that must be good enough before anyone relies on it, or say that it is not.
Certifier<Loan> certifier = new()
{
    Explainer = new Linex<Loan> { Neighborhood = around with { Samples = 100 }, Environments = 4, Seed = 7 },
    Standard = new() { MinimumFit = 0.6, MaximumHalfWidth = 0.02 },
    MaxQueries = 20_000,
};
Console.WriteLine(certifier.Explain(repaid, loan) switch
{
    Certified<Loan> certified => certified.ToString(),
    BestEffort<Loan> best => $"Not relied on: {string.Join("; ", best.Missed)}.",
    Refused<Loan> refused => $"No explanation: {refused.Reason}.",
});
