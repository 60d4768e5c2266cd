using System.Globalization;
using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Evidence;
using TypedExplain.Decisions.Search;
using TypedExplain.Decisions.Starts;
using TypedExplain.Decisions.Sums;
using TypedExplain.Decisions.Trees;

namespace TypedExplain.Decisions.Recourses;

/// <summary>One search for recourse: what it asks the model, and its outcome.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecourseSearch<T>(Recourse<T> options, IModelInfo<T> model, T instance, CancellationToken cancellation)
    where T : IFeatureRecord<T>
{
    // Where there are no more rows than this, they are gone through sooner than an example is made use of.
    private const int FewRows = 2_000;

    // So few rows are scored sooner than the trees of a forest are cut down to them.
    private const int FewerThanReading = 512;

    private ActionSpace<T> _space = null!;
    private ReachableCount _count;
    private Questions<T> _questions = null!;
    private WantedAnswers _wanted;
    private double _answer;

    /// <summary>The steps of the run.</summary>
    public IEnumerable<RunStep<T, RecourseOutcome<T>>> Steps()
    {
        _wanted = options.Check(model);
        double[] own = new double[T.Schema.Columns];
        T.Schema.Encode(instance, own);
        _space = ActionSpace<T>.Of(own, options.Costs);
        _count = ReachableCount.Of(_space);
        _questions = new(model, _space, instance, options.MaxQueries);
        Choice stay = new(new int[_space.Movers.Length], 0, 0);

        RowBatch<T> first = _questions.Instance();
        yield return first;
        _answer = first.Scores[0];
        stay = stay with { Answer = _answer };
        if (_wanted.Contains(_answer))
        {
            yield return new Found<T>(Facts(), [ActionOf(stay)], 0);
            yield break;
        }

        SearchMover[] movers = Movers(out IScoreBounds? bounds);
        FirstAction<T> start = new(_space, _wanted);
        if (options.Guide is { } explainer && _space.Product > FewRows)
        {
            Guide<T> guide = new(explainer, model, instance);
            foreach (RowBatch<T> rows in guide.Steps(_questions, cancellation))
                yield return rows;
            foreach (RowBatch<T> rows in guide.Explanation is { } told ? start.Steps(_questions, GuideProposals.Of(_space, told.Attribution, _answer < _wanted.Minimum ? 1 : -1)) : [])
                yield return rows;
        }

        if (options.Examples is { } examples && _space.Product > FewRows)
        {
            foreach (RowBatch<T> rows in start.Steps(_questions, ExampleProposals.Of(_space, examples)))
                yield return rows;
        }

        Enumeration<T> enumeration = new(options, _space, movers, bounds, _wanted);
        bool isSolved = false;
        Choice? best = start.Best;
        if (bounds is LinearSum<T> { IsSum: true } sum && CheapestSum<T>.Solves(options.Alternatives, _wanted))
        {
            if (CheapestSum<T>.Find(_space, movers, sum, _wanted, options.MaxSteps, out isSolved, cancellation) is { } cheapest)
            {
                int[] choice = Wide(movers, cheapest);
                RowBatch<T> asked = _questions.Choices([choice]);
                yield return asked;
                best = new(choice, _space.CostOf(choice), asked.Scores[0]);
                isSolved &= _wanted.Contains(best.Answer);
                if (isSolved)
                    enumeration.Found.Add([best]);
            }
        }

        if (!isSolved)
        {
            foreach (RowBatch<T> rows in enumeration.Steps(_questions, cancellation))
                yield return rows;
        }

        if (enumeration.Exhausted is not null && best is not null && _wanted.Contains(best.Answer))
            enumeration.Found.Add([best]);
        if (enumeration is { Exhausted: null, Found.Choices.Count: 0 })
        {
            Choice? nearest = enumeration.Nearest ?? stay;
            if (bounds is not null)
            {
                nearest = null;
                if (NearestAnswer<T>.Find(_space, movers, bounds, _wanted, options.MaxSteps, cancellation) is { } found)
                {
                    int[] choice = Wide(movers, found);
                    RowBatch<T> asked = _questions.Choices([choice]);
                    yield return asked;
                    nearest = new(choice, _space.CostOf(choice), asked.Scores[0]);
                }
            }

            if (bounds is null)
            {
                RowBatch<T> same = _questions.InstanceAnd(nearest == stay ? [] : [nearest!.Options]);
                yield return same;
                RequireSame(same.Scores, nearest == stay ? [_answer] : [_answer, nearest!.Answer]);
            }

            yield return new NoRecourse<T>(Facts(), nearest is null ? null : ActionOf(_wanted.Distance(_answer) <= _wanted.Distance(nearest.Answer) ? stay : nearest));
            yield break;
        }

        Choice[] choices = [.. enumeration.Found.Choices];
        RowBatch<T> again = _questions.InstanceAnd(choices.Select(choice => choice.Options));
        yield return again;
        RequireSame(again.Scores, [_answer, .. choices.Select(choice => choice.Answer)]);
        List<RecourseAction<T>> actions = [];
        ActionEvidence<T> evidence = new(_space, _wanted, options.Examples, options.TestsRobustness);
        foreach (Choice choice in choices)
        {
            foreach (RowBatch<T> rows in evidence.Steps(_questions, choice))
                yield return rows;
            actions.Add(ActionOf(choice, evidence.Robustness, evidence.Distance));
        }

        double cost = choices.Length == 0 ? double.PositiveInfinity : choices[0].Cost;
        double least = isSolved || enumeration.Exhausted is null ? cost : Math.Min(cost, enumeration.Least);
        yield return cost <= Choice.Equal(least * (1 + options.Tolerance)) && choices.Length > 0
            ? new Found<T>(Facts(), [.. actions], least)
            : new BudgetExhausted<T>(Facts(), actions.FirstOrDefault(), least, enumeration.Exhausted!);
    }

    private RecourseFacts<T> Facts() => new(instance, _answer, _wanted, _count.Size, _count.IsExact, _questions.Asked) { Origin = (options, model.Outputs[0]) };

    /// <summary>What the search decides in turn, and what is known of the answers.</summary>
    private SearchMover[] Movers(out IScoreBounds? bounds)
    {
        bounds = null;
        bool isRead = options.ReadsModel ?? _space.Product > FewerThanReading;
        if (!isRead || ForestOutput<T>.Of(model) is not { } forest)
        {
            SearchMover[] asked = SearchMover.Sorted(Mattering());
            if (isRead && LinearSum<T>.ModelOf(model) is { } linear)
                bounds = new LinearSum<T>(linear, _space, asked);
            return asked;
        }

        ColumnMovers<T> columns = new(_space);
        SearchMover[] movers = OptionCells.Of(_space, forest.Forest, columns);
        bounds = new ReachableForest<T>(_space, forest, movers, columns);
        return movers;
    }

    /// <summary>The choice among the options of the space that a choice of the search stands for.</summary>
    private int[] Wide(SearchMover[] movers, int[] choice)
    {
        int[] wide = new int[_space.Movers.Length];
        SearchMover.Widen(movers, choice, wide);
        return wide;
    }

    /// <summary>The movers that change what the model may read, or that a rule lets others change more or less by.</summary>
    private IEnumerable<SearchMover> Mattering()
    {
        Influence<T> influence = new(_space);
        HashSet<int> matter = [.. influence.Rules().SelectMany(movers => movers)];
        foreach (Feature<T> feature in _space.Schema.Features.Where(model.Reads))
            matter.UnionWith(influence.On(feature.Index).Keys);
        return SearchMover.All(_space).Where(mover => matter.Contains(mover.Mover));
    }

    private RecourseAction<T> ActionOf(Choice choice, double? robustness = null, double? distance = null)
    {
        double[] row = _questions.Row(choice.Options);
        T after = choice.Cost == 0 ? instance : T.Decode(row, Generated.MediaValues.Absent, instance);
        return new(after, [.. ActionChanges.Of(_space, choice.Options, row)], choice.Cost, choice.Answer, _wanted) { Robustness = robustness, Distance = distance };
    }

    private static void RequireSame(ReadOnlySpan<double> scores, double[] before)
    {
        for (int row = 0; row < before.Length; row++)
        {
            if (scores[row] != before[row])
                throw new InvalidModelException(string.Create(CultureInfo.InvariantCulture, $"The model answered {before[row]} for a row of {T.Schema.Name}, and {scores[row]} when it was asked again in another batch: recourse would not hold. A model must be a function of the row only; fix its seed, or put it behind a memory with model.Cached()."));
        }
    }
}
