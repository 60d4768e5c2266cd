using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Decisions;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Pictures.Bars;
using TypedExplain.Schema.Values;

namespace TypedExplain.Reports;

/// <summary>Recourse as before and after: the answer now, the answer after each action, and from which answer on the decision is another.</summary>
public sealed class RecoursePicture : Picture
{
    private readonly IFormatProvider _provider;

    private RecoursePicture(string title, ImmutableArray<string> notes, IFormatProvider provider)
        : base(title, notes) => _provider = provider;

    /// <summary>The answer for the instance as it is.</summary>
    public required double Answer { get; init; }

    /// <summary>The smallest and the largest answer that are wanted; infinite where there is no end.</summary>
    public required (double Minimum, double Maximum) Wanted { get; init; }

    /// <summary>The actions, the cheapest first: what changes, in words, what it costs and the answer after it.</summary>
    public required ImmutableArray<(ImmutableArray<string> Changes, double Cost, double Answer, bool IsWanted)> Actions { get; init; }

    /// <summary>What is proven, in words.</summary>
    public required string Proof { get; init; }

    /// <inheritdoc/>
    public override string Summary => $"The answer is {NumberText.Answer(Answer, _provider)}. "
        + (Actions.Length > 0 ? string.Join(" ", Actions.Select(action => $"With {string.Join(" and ", action.Changes)} it is {NumberText.Answer(action.Answer, _provider)}{(action.IsWanted ? "" : ", which is not enough")}.")) + " " : "")
        + Proof;

    internal override string Kind => "recourse";

    internal override Chart Chart => new RowChart
    {
        Rows = [
            new("as it is", "", NumberText.Answer(Answer, _provider), new PointMark(Answer, 0)),
            .. Actions.Select(action => new ChartRow(string.Join(", ", action.Changes), string.Create(_provider, $"cost {action.Cost:0.###}"), NumberText.Answer(action.Answer, _provider), new BarMark(Answer, action.Answer, action.IsWanted ? "te-pos te-rest" : "te-band"), new PointMark(action.Answer, action.IsWanted ? 1 : 0)))],
        AxisTitle = "answer of the model",
        References = [.. Ends()],
        Provider = _provider,
    };

    /// <summary>The picture of what became of a search for recourse.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="outcome">The outcome.</param>
    /// <param name="options">How the picture is made; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">An option is outside what it may be.</exception>
    public static RecoursePicture Of<T>(RecourseOutcome<T> outcome, PictureOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(outcome);
        PictureOptions given = PictureOptions.Checked(options);
        (string Title, string Proof, IReadOnlyList<RecourseAction<T>> Actions) told = outcome switch
        {
            _ when outcome.Wanted.Contains(outcome.Answer) => ("The answer is wanted as it is", "No change is needed.", []),
            Found<T> found => ("What would change the decision", found.IsProvenCheapest ? $"No allowed change is cheaper: proven among {outcome.Facts.Size}." : string.Create(given.Provider, $"No allowed change costs less than {found.LeastCost:0.###}: proven among {outcome.Facts.Size}."), found.Actions),
            NoRecourse<T> none => ("Nothing that is allowed would change the decision", $"Proven among {outcome.Facts.Size}.", Only(none.Best)),
            BudgetExhausted<T> ended => ("Whether anything would change the decision is not decided", Sentence.Of(ended.Reason), Only(ended.Best)),
            _ => throw new InvalidOperationException("There is no other outcome."),
        };
        RecourseAction<T>[] shown = [.. told.Actions.Take(given.MostRows)];
        List<string> notes = [];
        if (shown.Any(action => action.Changes.Any(change => change.IsConsequence)))
            notes.Add("What only moves with another feature is marked with (follows).");
        if (shown.Any(action => action.Robustness is < 1))
            notes.Add("One step away from an action the answer may not be wanted: " + string.Join(", ", shown.Select((action, i) => (action, i)).Where(one => one.action.Robustness is < 1).Select(one => string.Create(given.Provider, $"action {one.i + 1} holds in {one.action.Robustness:P0} of the rows around it"))) + ".");
        return new(told.Title, [.. notes], given.Provider)
        {
            Answer = outcome.Answer,
            Wanted = (outcome.Wanted.Minimum, outcome.Wanted.Maximum),
            Proof = told.Proof,
            Actions = [.. shown.Select(action => (action.Changes.OrderBy(change => change.IsConsequence).Select(Text).ToImmutableArray(), action.Cost, action.Answer, outcome.Wanted.Contains(action.Answer)))],
        };

        static RecourseAction<T>[] Only(RecourseAction<T>? action) => action is null ? [] : [action];

        string Text(FeatureChange<T> change) => $"{change.Feature.DisplayName}{(change.Feature.IsProtected && given.Withholds ? " (protected)" : $" {change.Before} → {change.After}")}{(change.IsConsequence ? " (follows)" : "")}";
    }

    private IEnumerable<(double, string)> Ends()
    {
        if (double.IsFinite(Wanted.Minimum))
            yield return (Wanted.Minimum, string.Create(_provider, $"wanted from {NumberText.Answer(Wanted.Minimum, _provider)}"));
        if (double.IsFinite(Wanted.Maximum))
            yield return (Wanted.Maximum, string.Create(_provider, $"wanted to {NumberText.Answer(Wanted.Maximum, _provider)}"));
    }

    private protected override PictureTable MakeTable() => PictureTable.Of(
        ["action", "changes", "cost", "answer", "wanted"],
        [
            [new("as it is"), new(""), new("0", 0), new(NumberText.Answer(Answer, _provider), Answer), new(Answer >= Wanted.Minimum && Answer <= Wanted.Maximum ? "yes" : "no")],
            .. Actions.Select((action, i) => (PictureCell[])[
                new(string.Create(CultureInfo.InvariantCulture, $"{i + 1}")),
                new(string.Join("; ", action.Changes)),
                new(action.Cost.ToString("0.###", _provider), action.Cost),
                new(NumberText.Answer(action.Answer, _provider), action.Answer),
                new(action.IsWanted ? "yes" : "no")]),
        ]);
}
