using System.Security.Cryptography;
using TypedExplain.Media;

namespace TypedExplain.Aot;

/// <summary>A thousand receipts of every kind of result: written by one process, replayed by others.</summary>
internal sealed class ReplayedReceipts
{
    private const int Rows = 50;

    private static readonly string s_digest = new('c', 64);

    private readonly Dataset<Loan> _loans = new(Enumerable.Range(0, Rows).Select(Loan.Example));
    private readonly Dataset<Visit> _visits = new(Enumerable.Range(1, Rows).Select(Visit.Example));
    private readonly IModel<Loan> _scorecard = Model.From<Loan>(loan => loan.Score()).Identified("scorecard", "1", s_digest);
    private readonly IModel<Visit> _triage = Model.From<Visit>(visit => visit.Score()).Identified("triage", "1", s_digest);
    private readonly IModel<Post> _taste = Model.From<Post>(post => post.Score()).Identified("taste", "1", s_digest);
    private readonly Forest<Loan> _forest;
    private readonly FittedMaple<Loan> _maple;
    private readonly WeightedRows<Loan> _summary;
    private readonly WeightedRows<Visit> _visitSummary;

    public ReplayedReceipts()
    {
        _forest = new RandomForest<Loan> { Trees = 20, Seed = 3 }.Train(_loans.WithLabels(_loans.Rows.Select(loan => loan.Score() > 0.5 ? Decision.Approved : Decision.Declined)));
        _maple = new Maple<Loan> { Background = _loans, Trees = 10, MinLeafRows = 5, Seed = 1 }.Fit(_scorecard);
        _summary = _loans.Summarize(9, seed: 1);
        _visitSummary = _visits.Summarize(8, seed: 1);
    }

    /// <summary>Writes them, one per line.</summary>
    public void Write(string file) => File.WriteAllLines(file,
    [
        .. _loans.Rows.SelectMany(LoanReceipts).Select(receipt => receipt.ToJson()),
        .. _visits.Rows.SelectMany(VisitReceipts).Select(receipt => receipt.ToJson()),
        .. Enumerable.Range(0, Rows).Select(Post.Example).SelectMany(PostReceipts).Select(receipt => receipt.ToJson()),
    ]);

    /// <summary>Replays them on so many threads: whether one that is signed is valid, how many are identical, and what the others are.</summary>
    public IEnumerable<string> Replay(string file, int threads)
    {
        string[] lines = File.ReadAllLines(file), outcomes = new string[lines.Length];
        Parallel.For(0, lines.Length, new() { MaxDegreeOfParallelism = threads }, line => outcomes[line] = Replay(lines[line]).ToString()!);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Receipt<Loan> signed = Receipt<Loan>.FromJson(Receipt<Loan>.FromJson(lines[0]).Sign(key).ToJson());
        yield return $"signatures: {signed.Verify(key)}, {signed.VerifyCose(signed.SignCose(key), key)}";
        yield return $"{lines.Length} receipts, {outcomes.Count(outcome => outcome == "identical")} identical";
        foreach (string other in outcomes.Where(outcome => outcome != "identical").Take(5))
            yield return other;
    }

    private ReplayOutcome Replay(string json) =>
        json.Contains("\"schema:Loan\"", StringComparison.Ordinal) && Receipt<Loan>.FromJson(json) is var loan ? loan.Replay(loan.Model == _forest.Identity ? _forest : _scorecard, [_loans, _summary])
        : json.Contains("\"schema:Visit\"", StringComparison.Ordinal) ? Receipt<Visit>.FromJson(json).Replay(_triage, [_visits, _visitSummary])
        : Receipt<Post>.FromJson(json).Replay(_taste);

    private IEnumerable<Receipt<Loan>> LoanReceipts(Loan loan)
    {
        GaussianNeighborhood<Loan> around = new() { Background = _loans, Samples = 101 };
        IModel<Loan> approved = _forest.Output(Decision.Approved);
        yield return Receipt.Of(new Lime<Loan> { Neighborhood = around, Seed = 1 }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new Lime<Loan> { Neighborhood = around, Seed = 2, Selection = FeatureSelection.LassoPath(3) }.Explain(approved, loan), _forest, _loans);
        yield return Receipt.Of(new SmoothedLime<Loan> { Neighborhood = new BinnedNeighborhood<Loan> { Background = _loans, Samples = 90 } }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new Linex<Loan> { Neighborhood = around }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new Linex<Loan> { Neighborhood = around, Redraws = 1, Seed = 5 }.Explain(approved, loan), _forest, _loans);
        yield return Receipt.Of(new Linex<Loan> { Neighborhood = new KdeNeighborhood<Loan> { Background = _loans, Samples = 80 }, Redraws = 3 }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new Melime<Loan> { Neighborhood = new KdeNeighborhood<Loan> { Background = _loans, Samples = 60 }, Batches = 3 }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(_maple.Explain(loan), _scorecard, _loans);
        yield return Receipt.Of(new KernelShap<Loan> { Background = _summary }.Values(_scorecard, loan), _scorecard, _summary);
        yield return Receipt.Of(new KernelShap<Loan> { Background = _loans, ExactUpTo = 0, Samples = 40 }.Values(approved, loan), _forest, _loans);
        yield return Receipt.Of(new PermutationShap<Loan> { Background = _loans, Permutations = 2 }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new TreeShap<Loan>().Values(approved, loan), _forest);
        yield return Receipt.Of(new TreeShap<Loan> { Background = _loans, Expectation = TreeExpectation.Interventional }.Values(approved, loan), _forest, _loans);
        yield return Receipt.Of(new Certifier<Loan> { Explainer = new Linex<Loan> { Neighborhood = around }, Standard = new() { TopReasonsDecided = 1, MinimumFit = 0.8 }, MaxQueries = 700 }.Explain(_scorecard, loan), _scorecard, _loans);
        yield return Receipt.Of(new Consensus<Loan> { Explainers = [new Lime<Loan> { Neighborhood = around }, new Linex<Loan> { Neighborhood = around, Redraws = 2 }] }.Explain(_scorecard, loan), _scorecard, _loans);
    }

    private IEnumerable<Receipt<Visit>> VisitReceipts(Visit visit)
    {
        yield return Receipt.Of(new Linex<Visit> { Neighborhood = new GaussianNeighborhood<Visit> { Background = _visits, Samples = 120 } }.Explain(_triage, visit), _triage, _visits);
        yield return Receipt.Of(new KernelShap<Visit> { Background = _visitSummary, Samples = 60 }.Values(_triage, visit), _triage, _visitSummary);
    }

    private IEnumerable<Receipt<Post>> PostReceipts(Post post)
    {
        MediaNeighborhood<Post> around = new() { Samples = 80, Image = new MaskedImage { Segmentation = new GridSegmentation { BlockSize = 2 } } };
        yield return Receipt.Of(new Lime<Post> { Neighborhood = around }.Explain(_taste, post), _taste);
        yield return Receipt.Of(new Linex<Post> { Neighborhood = around, Redraws = 2 }.Explain(_taste, post), _taste);
        yield return Receipt.Of(new Melime<Post> { Neighborhood = around, Batches = 2 }.Explain(_taste, post), _taste);
    }
}
