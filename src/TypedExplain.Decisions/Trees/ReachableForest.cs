using TypedExplain.Decisions.Actions;
using TypedExplain.Decisions.Search;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Decisions.Trees;

/// <summary>
/// Bounds of a forest's answer from what is left of its trees: questions about features that cannot change are answered, and of the
/// others only those stay open that the undecided movers may answer either way. The bound of a forest is the mean of its trees'.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class ReachableForest<T> : IScoreBounds
    where T : IFeatureRecord<T>
{
    private const double Rounding = 1e-9;

    // What is further down is bounded by all of its leaves: trees of files may be deeper than a stack.
    private const int MostOpen = 500;

    private readonly ActionSpace<T> _space;
    private readonly SearchMover[] _movers;
    private readonly ColumnMovers<T> _columns;
    private readonly int[] _place;
    private readonly double[]?[][] _values;
    private readonly Question[][] _trees;
    private readonly double _settled;
    private readonly double _size;
    private readonly int _count;

    public ReachableForest(ActionSpace<T> space, ForestOutput<T> output, SearchMover[] movers, ColumnMovers<T> columns)
    {
        (_space, _movers, _columns, _count) = (space, movers, columns, output.Forest.TreeCount);
        _place = new int[space.Movers.Length];
        Array.Fill(_place, -1);
        for (int i = 0; i < movers.Length; i++)
            _place[movers[i].Mover] = i;
        _values = [.. movers.Select(ValuesOf)];
        List<Question[]> trees = [];
        foreach (DecisionTree tree in output.Forest.Trees)
        {
            List<Question> questions = [];
            bool[]?[] possible = new bool[]?[movers.Length];
            int root = Reduce(tree, 0, output.Output, possible, questions, 0);
            _size += Math.Max(Math.Abs(questions[root].Least), Math.Abs(questions[root].Most));
            if (questions is [{ } only] && only.Least == only.Most)
                _settled += only.Least;
            else
                trees.Add([.. questions]);
        }

        _trees = [.. trees];
    }

    /// <inheritdoc/>
    public (double Least, double Most) Of(ReadOnlySpan<int> choice, int decided)
    {
        double least = _settled, most = _settled;
        foreach (Question[] tree in _trees)
        {
            (double low, double high) = Of(tree, tree.Length - 1, choice, decided);
            (least, most) = (least + low, most + high);
        }

        double room = Rounding * (1 + _size);
        return ((least - room) / _count, (most + room) / _count);
    }

    private static (double Least, double Most) Of(Question[] tree, int node, ReadOnlySpan<int> choice, int decided)
    {
        while (true)
        {
            ref readonly Question question = ref tree[node];
            if (decided <= question.First)
                return (question.Least, question.Most);
            bool? right = question.Shared is { } shared ? shared.GoesRight(choice, decided)
                : question.Mover < decided ? question.GoesRight![choice[question.Mover]]
                : null;
            if (right is { } known)
            {
                node = known ? question.Right : question.Left;
                continue;
            }

            (double leastLeft, double mostLeft) = Of(tree, question.Left, choice, decided);
            (double leastRight, double mostRight) = Of(tree, question.Right, choice, decided);
            return (Math.Min(leastLeft, leastRight), Math.Max(mostLeft, mostRight));
        }
    }

    /// <summary>For each column that only this mover changes, what it holds under each of the options; null for the other columns.</summary>
    private double[]?[] ValuesOf(SearchMover mover)
    {
        double[]?[] values = new double[]?[_space.Schema.Columns];
        int[] choice = new int[_space.Movers.Length];
        double[] row = new double[values.Length];
        for (int i = 0; i < mover.Options.Length; i++)
        {
            choice[mover.Mover] = mover.Options[i];
            _ = _space.TryApply(choice, row);
            for (int column = 0; column < values.Length; column++)
            {
                if (_columns.Only(column) == mover.Mover)
                    (values[column] ??= new double[mover.Options.Length])[i] = row[column];
            }
        }

        return values;
    }

    /// <summary>Adds what is left of a tree below a node to a list; the node itself is the last that is added.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="node">The node.</param>
    /// <param name="output">The output that counts.</param>
    /// <param name="possible">For each mover the options that lead here; null for all.</param>
    /// <param name="questions">The list.</param>
    /// <param name="depth">How many open questions lead here.</param>
    /// <returns>The node's place in the list.</returns>
    private int Reduce(DecisionTree tree, int node, int output, bool[]?[] possible, List<Question> questions, int depth)
    {
        while (true)
        {
            TreeStep step = tree.Steps[node];
            if (step.IsLeaf(node))
            {
                double answer = tree.Values(node)[output];
                questions.Add(new() { Mover = -1, Least = answer, Most = answer, First = int.MaxValue });
                return questions.Count - 1;
            }

            if (depth > MostOpen)
                return AddWhole(tree, node, output, questions);
            int only = _columns.Only(step.Column), place = only < 0 ? -1 : _place[only];
            if (place >= 0)
            {
                double[] values = _values[place][step.Column]!;
                bool[]? before = possible[place];
                bool[] right = new bool[values.Length], goesRight = [.. values.Select(value => value > step.Threshold)];
                bool anyLeft = false, anyRight = false;
                for (int i = 0; i < values.Length; i++)
                {
                    if (before is null || before[i])
                        (anyLeft, anyRight) = (anyLeft || !goesRight[i], anyRight || goesRight[i]);
                }

                if (anyLeft && anyRight)
                {
                    for (int i = 0; i < values.Length; i++)
                        right[i] = goesRight[i] && (before is null || before[i]);
                    possible[place] = [.. goesRight.Select((goes, i) => !goes && (before is null || before[i]))];
                    int left = Reduce(tree, step.Left, output, possible, questions, depth + 1);
                    possible[place] = right;
                    int other = Reduce(tree, step.Left + 1, output, possible, questions, depth + 1);
                    possible[place] = before;
                    return Add(questions, place, goesRight, null, left, other);
                }

                node = step.Left + (anyRight ? 1 : 0);
                continue;
            }

            if (_columns.Several(step.Column) is { } several && Shared(several, step) is { } shared && shared.GoesRight([], 0) is null)
                return Add(questions, -1, null, shared, Reduce(tree, step.Left, output, possible, questions, depth + 1), Reduce(tree, step.Left + 1, output, possible, questions, depth + 1));
            bool goes = _columns.Several(step.Column) is { } all && Shared(all, step) is { } sum ? sum.GoesRight([], 0)!.Value : _space.Instance[step.Column] > step.Threshold;
            node = step.Left + (goes ? 1 : 0);
        }
    }

    /// <summary>Adds everything below a node as one leaf, whose answer may be that of any of its leaves.</summary>
    private static int AddWhole(DecisionTree tree, int node, int output, List<Question> questions)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        Stack<int> below = new([node]);
        while (below.TryPop(out int next))
        {
            TreeStep step = tree.Steps[next];
            if (step.IsLeaf(next))
            {
                (least, most) = (Math.Min(least, tree.Values(next)[output]), Math.Max(most, tree.Values(next)[output]));
                continue;
            }

            below.Push(step.Left);
            below.Push(step.Left + 1);
        }

        questions.Add(new() { Mover = -1, Least = least, Most = most, First = int.MaxValue });
        return questions.Count - 1;
    }

    private static int Add(List<Question> questions, int mover, bool[]? goesRight, SharedColumn? shared, int left, int right)
    {
        Question low = questions[left], high = questions[right];
        questions.Add(new()
        {
            Mover = mover,
            GoesRight = goesRight,
            Shared = shared,
            Left = left,
            Right = right,
            Least = Math.Min(low.Least, high.Least),
            Most = Math.Max(low.Most, high.Most),
            First = Math.Min(shared?.First ?? mover, Math.Min(low.First, high.First)),
        });
        return questions.Count - 1;
    }

    private SharedColumn? Shared((int Mover, double Factor)[] several, TreeStep step)
    {
        (int, double[])[] parts = [.. several
            .Where(part => _place[part.Mover] >= 0)
            .Select(part => (_place[part.Mover], Added(part.Mover, part.Factor)))];
        return parts.Length == 0 ? null : new(_space.Instance[step.Column], step.Threshold, parts, _columns.Slack(step.Column));
    }

    private double[] Added(int mover, double factor)
    {
        Option[] options = _space.Movers[mover].Options;
        return [.. _movers[_place[mover]].Options.Select(option => factor * (options[option].Value - options[0].Value))];
    }
}
